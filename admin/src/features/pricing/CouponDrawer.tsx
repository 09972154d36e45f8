import { Checkbox, Form, Input, Radio, Select, Space } from 'antd';
import {
  COUPON_CHANNELS,
  COUPON_CHANNEL_TEXT,
  COUPON_KINDS,
  COUPON_KIND_TEXT,
  yuanToFen,
  type CouponChannel,
  type CouponKind,
} from '@regulars/shared';
import { api } from '../../api/api';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { AmountInput } from '../../ui/AmountInput';
import { FormDrawer } from '../../ui/FormDrawer';
import { isPrice, isWhole, picked, required, satisfies, wholeOf } from '../../ui/rules';
import { useDone } from '../../ui/use-done';
import { isRateText, rateBpOf } from './promotion-draft';
import { usePricingChanged, useSkuOptions } from './use-pricing';

const t = texts.coupons;
const KINDS = COUPON_KINDS.map((kind) => ({ value: kind, label: COUPON_KIND_TEXT[kind] }));
const CHANNELS = COUPON_CHANNELS.map((channel) => ({ value: channel, label: COUPON_CHANNEL_TEXT[channel] }));
const isAmount = satisfies((text) => yuanToFen(text) !== undefined, texts.common.priceInvalid);

interface CouponDraft {
  name: string;
  description: string;
  kind: CouponKind;
  off: string;
  rate: string;
  cap: string;
  from: string;
  productIds: string[];
  channels: CouponChannel[];
  validDays: string;
  quota: string;
  perPerson: string;
  staffDaily: string;
  claimable: boolean;
  transferable: boolean;
  withPromotions: boolean;
  returns: boolean;
}

const NEW_COUPON: CouponDraft = {
  name: '',
  description: '',
  kind: 'amount',
  off: '',
  rate: '',
  cap: '',
  from: '0',
  productIds: [],
  channels: ['miniapp', 'store'],
  validDays: '30',
  quota: '',
  perPerson: '1',
  staffDaily: '',
  claimable: true,
  transferable: false,
  withPromotions: true,
  returns: true,
};

export function CouponDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const brandId = useBrandId();
  const changed = usePricingChanged();
  const done = useDone();

  async function save(draft: CouponDraft) {
    const { kind } = draft;
    const saved = await api.post('/api/admin/coupon-templates', {
      body: {
        brandId,
        name: draft.name.trim(),
        description: draft.description.trim(),
        status: 'active',
        kind,
        offFen: kind === 'amount' ? yuanToFen(draft.off) : null,
        rateBp: kind === 'percent' ? rateBpOf(draft.rate) : null,
        capFen: kind === 'percent' && draft.cap !== '' ? yuanToFen(draft.cap) : null,
        fromFen: yuanToFen(draft.from) ?? 0,
        productIds: draft.productIds,
        channels: draft.channels,
        validDays: wholeOf(draft.validDays),
        quota: wholeOf(draft.quota) ?? null,
        perPerson: wholeOf(draft.perPerson) ?? null,
        staffDaily: wholeOf(draft.staffDaily) ?? null,
        claimable: draft.claimable,
        transferable: draft.transferable,
        withPromotions: draft.withPromotions,
        onRefund: draft.returns ? 'return' : 'keep',
      },
    });
    await changed();
    done(t.saved(saved.terms.name));
    onClose();
  }

  return (
    <FormDrawer title={t.create} open={open} initialValues={NEW_COUPON} onSubmit={save} onClose={onClose}>
      <CouponFields />
    </FormDrawer>
  );
}

function CouponFields() {
  const kind = Form.useWatch<CouponKind | undefined>('kind');
  const { products } = useSkuOptions();
  return (
    <>
      <Form.Item name="name" label={t.name} rules={[required(t.name)]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="kind" label={t.kind} required>
        <Radio.Group options={KINDS} optionType="button" />
      </Form.Item>
      {kind === 'amount' && (
        <Form.Item name="off" label={t.off} rules={[required(t.off), isPrice]}>
          <AmountInput />
        </Form.Item>
      )}
      {kind === 'percent' && (
        <Space wrap>
          <Form.Item
            name="rate"
            label={t.rate}
            rules={[required(t.rate), satisfies(isRateText, t.rateExample)]}
          >
            <Input inputMode="decimal" placeholder={t.rateExample} />
          </Form.Item>
          <Form.Item name="cap" label={t.cap} rules={[isPrice]}>
            <AmountInput placeholder={t.unlimited} />
          </Form.Item>
        </Space>
      )}
      <Form.Item name="productIds" label={t.product} rules={kind === 'exchange' ? [picked(t.product)] : []}>
        <Select
          mode="multiple"
          showSearch
          optionFilterProp="label"
          options={products}
          placeholder={t.unlimited}
        />
      </Form.Item>
      <Form.Item name="from" label={t.from} extra={t.fromHint} rules={[required(t.from), isAmount]}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="channels" label={t.channels} rules={[picked(t.channels)]}>
        <Checkbox.Group options={CHANNELS} />
      </Form.Item>
      <Form.Item name="validDays" label={t.validDays} rules={[required(t.validDays), isWhole(1, 3650)]}>
        <Input inputMode="numeric" />
      </Form.Item>
      <Space wrap>
        <Form.Item name="quota" label={t.quota} rules={[isWhole(1, 100_000_000)]}>
          <Input inputMode="numeric" placeholder={t.unlimited} />
        </Form.Item>
        <Form.Item name="perPerson" label={t.perPerson} rules={[isWhole(1, 1000)]}>
          <Input inputMode="numeric" placeholder={t.unlimited} />
        </Form.Item>
        <Form.Item name="staffDaily" label={t.staffDaily} rules={[isWhole(1, 1000)]}>
          <Input inputMode="numeric" placeholder={t.staffHint} />
        </Form.Item>
      </Space>
      <Form.Item name="description" label={t.description}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
      {(['claimable', 'transferable', 'withPromotions', 'returns'] as const).map((name) => (
        <Form.Item key={name} name={name} valuePropName="checked" style={{ marginBottom: 8 }}>
          <Checkbox>{t[name]}</Checkbox>
        </Form.Item>
      ))}
    </>
  );
}
