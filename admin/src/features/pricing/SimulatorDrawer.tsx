import { useState } from 'react';
import { Button, Card, Drawer, Form, Input, Select, Space, Typography } from 'antd';
import { formatFen } from '@regulars/shared';
import { api } from '../../api/api';
import type { Quote } from '../../api/types';
import { texts } from '../../texts';
import { FormProblem } from '../../ui/FormProblem';
import { isWhole, picked, required, wholeOf } from '../../ui/rules';
import { useProblemForm } from '../../ui/use-problem-form';
import { useStores } from '../stores/use-stores';
import { toInstant } from './promotion-draft';
import { useSkuOptions } from './use-pricing';

const t = texts.simulator;

interface SimulationDraft {
  cardNo: string;
  storeId?: string;
  lines: { skuId?: string; quantity: string }[];
  points: string;
  at: string;
}

const EMPTY: SimulationDraft = { cardNo: '', lines: [{ quantity: '1' }], points: '', at: '' };

/** This member, this cart: this price, because of these rules. */
export function SimulatorDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { brandId, skus } = useSkuOptions();
  const stores = useStores();
  const [quote, setQuote] = useState<Quote>();
  const { form, busy, problem, submit } = useProblemForm(async (draft: SimulationDraft) => {
    const cardNo = draft.cardNo.trim();
    const memberId = cardNo === '' ? undefined : await memberOf(brandId, cardNo);
    if (cardNo !== '' && memberId === undefined) {
      form.setFields([{ name: 'cardNo', errors: [t.unknown] }]);
      return;
    }
    setQuote(
      await api.post('/api/admin/price-simulations', {
        body: {
          brandId,
          memberId,
          storeId: draft.storeId,
          lines: draft.lines.map(({ skuId = '', quantity }) => ({ skuId, quantity: wholeOf(quantity) ?? 1 })),
          points: wholeOf(draft.points),
          at: draft.at === '' ? undefined : toInstant(draft.at),
        },
      }),
    );
  });
  return (
    <Drawer title={t.title} open={open} onClose={onClose} width="min(520px, 100vw)" destroyOnHidden>
      <Typography.Paragraph type="secondary">{t.hint}</Typography.Paragraph>
      <FormProblem text={problem} />
      <Form
        form={form}
        layout="vertical"
        initialValues={EMPTY}
        requiredMark="optional"
        onFinish={(values: SimulationDraft) => void submit(values)}
      >
        <Form.Item name="cardNo" label={t.member} extra={t.memberHint}>
          <Input maxLength={12} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="storeId" label={t.store} rules={[picked(t.store)]}>
          <Select
            options={(stores.data ?? [])
              .filter(({ kind }) => kind === 'store')
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item label={t.lines}>
          <Form.List name="lines">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <Space key={key} align="baseline">
                    <Form.Item name={[name, 'skuId']} rules={[picked(texts.promotions.sku)]}>
                      <Select showSearch optionFilterProp="label" options={skus} style={{ width: 260 }} />
                    </Form.Item>
                    <Form.Item name={[name, 'quantity']} rules={[required(t.quantity), isWhole(1, 99)]}>
                      <Input inputMode="numeric" style={{ width: 72 }} />
                    </Form.Item>
                    {fields.length > 1 && (
                      <Button type="text" onClick={() => remove(name)}>
                        {texts.promotions.remove}
                      </Button>
                    )}
                  </Space>
                ))}
                <Button onClick={() => add({ quantity: '1' })}>{texts.promotions.addItem}</Button>
              </>
            )}
          </Form.List>
        </Form.Item>
        <Space wrap>
          <Form.Item name="points" label={t.points} rules={[isWhole(0, 999_999_999)]}>
            <Input inputMode="numeric" />
          </Form.Item>
          <Form.Item name="at" label={t.at} tooltip={t.atHint}>
            <Input type="datetime-local" />
          </Form.Item>
        </Space>
        <Form.Item>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t.run}
          </Button>
        </Form.Item>
      </Form>
      {quote && <Explained quote={quote} />}
    </Drawer>
  );
}

function Explained({ quote }: { quote: Quote }) {
  const [best] = quote.coupons.usable;
  return (
    <Card title={t.because} size="small">
      {quote.steps.map(({ rule, label, amountFen }, index) => (
        <Line key={`${rule}-${index}`} label={label} value={formatFen(amountFen)} />
      ))}
      <Line label={<strong>{t.pay}</strong>} value={<strong>{formatFen(quote.payFen)}</strong>} />
      {quote.hint && <Typography.Paragraph type="secondary">{quote.hint}</Typography.Paragraph>}
      {best && (
        <Typography.Paragraph type="secondary">
          {t.couponBest(best.name, formatFen(best.savedFen))}
        </Typography.Paragraph>
      )}
    </Card>
  );
}

function Line({ label, value }: { label: React.ReactNode; value: React.ReactNode }) {
  return (
    <div style={{ display: 'flex', justifyContent: 'space-between', gap: 16, paddingBlock: 4 }}>
      <span>{label}</span>
      <span>{value}</span>
    </div>
  );
}

async function memberOf(brandId: string, cardNo: string): Promise<string | undefined> {
  const found = await api.get('/api/admin/members', { query: { brandId, cardNo, limit: 1 } });
  return found.items[0]?.id;
}
