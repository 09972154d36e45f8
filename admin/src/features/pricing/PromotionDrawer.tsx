import { Button, Checkbox, Form, Input, Radio, Select, Space } from 'antd';
import {
  PROMOTION_KINDS,
  PROMOTION_KIND_TEXT,
  PROMOTION_STATUSES,
  PROMOTION_STATUS_TEXT,
} from '@regulars/shared';
import { api } from '../../api/api';
import type { Promotion } from '../../api/types';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { AmountInput } from '../../ui/AmountInput';
import { FormDrawer } from '../../ui/FormDrawer';
import { isPrice, isWhole, picked, required, satisfies } from '../../ui/rules';
import { useDone } from '../../ui/use-done';
import {
  draftOfPromotion,
  isRateText,
  newPromotion,
  promotionInput,
  rruleOf,
  toInstant,
  type PromotionDraft,
} from './promotion-draft';
import { usePricingChanged, usePromotionDays, useSkuOptions } from './use-pricing';

const t = texts.promotions;
const KINDS = PROMOTION_KINDS.map((kind) => ({ value: kind, label: PROMOTION_KIND_TEXT[kind] }));
const STATUSES = PROMOTION_STATUSES.map((status) => ({
  value: status,
  label: PROMOTION_STATUS_TEXT[status],
}));
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].map((value, index) => ({
  value,
  label: t.weekdayNames[index] ?? value,
}));
const MONTH_DAYS = Array.from({ length: 31 }, (_, index) => ({ value: index + 1, label: String(index + 1) }));

interface PromotionDrawerProps {
  /** Absent: a new one. */
  promotion?: Promotion;
  open: boolean;
  onClose: () => void;
}

export function PromotionDrawer({ promotion, open, onClose }: PromotionDrawerProps) {
  const brandId = useBrandId();
  const changed = usePricingChanged();
  const done = useDone();

  async function save(draft: PromotionDraft) {
    const body = promotionInput(draft);
    const saved = promotion
      ? await api.put('/api/admin/promotions/{id}', { path: { id: promotion.id }, body })
      : await api.post('/api/admin/promotions', { body: { brandId, kind: draft.kind, ...body } });
    await changed();
    done(t.saved(saved.name));
    onClose();
  }

  return (
    <FormDrawer
      title={promotion ? t.editTitle : t.create}
      open={open}
      initialValues={promotion ? draftOfPromotion(promotion) : newPromotion(new Date())}
      onSubmit={save}
      onClose={onClose}
    >
      <PromotionFields isNew={!promotion} />
    </FormDrawer>
  );
}

function PromotionFields({ isNew }: { isNew: boolean }) {
  const kind = Form.useWatch<PromotionDraft['kind'] | undefined>('kind');
  return (
    <>
      <Form.Item name="name" label={t.name} rules={[required(t.name)]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="kind" label={t.kind} required hidden={!isNew}>
        <Radio.Group options={KINDS} optionType="button" />
      </Form.Item>
      <Form.Item name="status" label={t.status} required>
        <Radio.Group options={STATUSES} />
      </Form.Item>
      <Space wrap>
        <Form.Item name="startsAt" label={t.startsAt} rules={[required(t.startsAt)]}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="endsAt" label={t.endsAt} tooltip={t.endsAtHint}>
          <Input type="datetime-local" />
        </Form.Item>
      </Space>
      <RecurrenceFields />
      {kind === 'time-price' && <TimePriceFields />}
      {kind === 'spend-and-save' && <SpendFields />}
      {kind === 'tier-price' && <TierFields />}
      <Form.Item name="coupons" valuePropName="checked" noStyle>
        <Checkbox>{t.coupons}</Checkbox>
      </Form.Item>
      <Form.Item name="points" valuePropName="checked" noStyle>
        <Checkbox>{t.points}</Checkbox>
      </Form.Item>
    </>
  );
}

function RecurrenceFields() {
  const recurs = Form.useWatch<PromotionDraft['recurs'] | undefined>('recurs') ?? 'never';
  const weekdays = Form.useWatch<string[] | undefined>('weekdays') ?? [];
  const monthDays = Form.useWatch<number[] | undefined>('monthDays') ?? [];
  const startsAt = Form.useWatch<string | undefined>('startsAt');
  const rrule = rruleOf({ recurs, weekdays, monthDays });
  const days = usePromotionDays(rrule ?? undefined, startsAt ? toInstant(startsAt) : undefined);
  return (
    <>
      <Form.Item name="recurs" label={t.recurs}>
        <Radio.Group
          options={[
            { value: 'never', label: t.never },
            { value: 'weekly', label: t.weekly },
            { value: 'monthly', label: t.monthly },
          ]}
        />
      </Form.Item>
      <Form.Item name="weekdays" label={t.weekdays} hidden={recurs !== 'weekly'}>
        <Checkbox.Group options={WEEKDAYS} />
      </Form.Item>
      <Form.Item name="monthDays" label={t.monthDays} hidden={recurs !== 'monthly'}>
        <Select mode="multiple" options={MONTH_DAYS} />
      </Form.Item>
      {recurs !== 'never' && (
        <Form.Item label={t.preview}>{days.data?.days.join('、') ?? t.previewEmpty}</Form.Item>
      )}
    </>
  );
}

function TimePriceFields() {
  const { skus } = useSkuOptions();
  const items = Form.useWatch<PromotionDraft['items'] | undefined>('items') ?? [];
  return (
    <>
      <Form.Item label={t.items}>
        <Form.List name="items">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <Space key={key} align="baseline" wrap>
                  <Form.Item name={[name, 'skuId']} rules={[picked(t.sku)]}>
                    <Select
                      showSearch
                      optionFilterProp="label"
                      options={skus}
                      placeholder={t.sku}
                      style={{ width: 200 }}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'price']} rules={[required(t.price), isPrice]}>
                    <AmountInput placeholder={t.price} style={{ width: 104 }} />
                  </Form.Item>
                  <Form.Item name={[name, 'quota']} rules={[isWhole(1, 1_000_000)]}>
                    <Input inputMode="numeric" placeholder={t.quota} style={{ width: 80 }} />
                  </Form.Item>
                  <Button type="text" onClick={() => remove(name)}>
                    {t.remove}
                  </Button>
                </Space>
              ))}
              <Button onClick={() => add({ price: '', quota: '' })}>{t.addItem}</Button>
            </>
          )}
        </Form.List>
      </Form.Item>
      {items.length === 0 && (
        <Form.Item
          name="rate"
          label={t.rate}
          extra={t.rateHint}
          rules={[required(t.rate), satisfies(isRateText, t.rateHint)]}
        >
          <Input inputMode="decimal" />
        </Form.Item>
      )}
      <Form.Item name="perPerson" label={t.perPerson} rules={[isWhole(1, 99)]}>
        <Input inputMode="numeric" placeholder={t.unlimited} />
      </Form.Item>
    </>
  );
}

function SpendFields() {
  return (
    <Form.Item label={t.tiers}>
      <Form.List name="tiers">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Space key={key} align="baseline">
                <Form.Item name={[name, 'from']} rules={[required(t.from), isPrice]}>
                  <AmountInput addonBefore={t.from} style={{ width: 160 }} />
                </Form.Item>
                <Form.Item name={[name, 'off']} rules={[required(t.off), isPrice]}>
                  <AmountInput addonBefore={t.off} style={{ width: 160 }} />
                </Form.Item>
                <Button type="text" onClick={() => remove(name)}>
                  {t.remove}
                </Button>
              </Space>
            ))}
            <Button disabled={fields.length >= 5} onClick={() => add({ from: '', off: '' })}>
              {t.addTier}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

function TierFields() {
  return (
    <Form.Item label={t.levels}>
      <Form.List name="levels">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Space key={key} align="baseline">
                <Form.Item name={[name, 'level']} rules={[required(t.level), isWhole(0, 99)]}>
                  <Input addonBefore={t.level} inputMode="numeric" style={{ width: 120 }} />
                </Form.Item>
                <Form.Item
                  name={[name, 'rate']}
                  rules={[required(t.rate), satisfies(isRateText, t.rateHint)]}
                >
                  <Input addonAfter="折" inputMode="decimal" style={{ width: 120 }} />
                </Form.Item>
                <Button type="text" onClick={() => remove(name)}>
                  {t.remove}
                </Button>
              </Space>
            ))}
            <Button disabled={fields.length >= 10} onClick={() => add({ level: '', rate: '' })}>
              {t.addTier}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
