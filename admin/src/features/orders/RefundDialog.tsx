import { useState } from 'react';
import { Checkbox, Form, Typography } from 'antd';
import { api } from '../../api/api';
import { Attempt } from '../../api/idempotency';
import type { Order } from '../../api/types';
import { texts } from '../../texts';
import { FormDialog } from '../../ui/FormDialog';
import { formatMoney } from '../../ui/format';
import { ReasonField } from '../../ui/ReasonField';
import { useDone } from '../../ui/use-done';
import { useOrderChanged } from './use-orders';

const t = texts.orders;

interface RefundForm {
  reason: string;
  confirmed: boolean;
}

export function RefundDialog({ order, open, onClose }: { order: Order; open: boolean; onClose: () => void }) {
  const [attempt] = useState(() => new Attempt());
  const orderChanged = useOrderChanged();
  const done = useDone();
  const amount = formatMoney(order.paidFen - order.refundedFen);

  async function refund({ reason }: RefundForm) {
    const body = { reason: reason.trim() };
    const headers = { 'Idempotency-Key': attempt.keyFor(body) };
    await api.post('/api/admin/orders/{id}/refunds', {
      path: { id: order.id },
      headers,
      body,
    });
    attempt.settle();
    await orderChanged();
    done(t.refundStarted);
    onClose();
  }

  return (
    <FormDialog
      title={t.refundTitle}
      open={open}
      danger
      initialValues={{ reason: '', confirmed: false }}
      submitText={t.refundSubmit(amount)}
      onSubmit={refund}
      onClose={onClose}
    >
      <Typography.Paragraph>{t.refundText(amount)}</Typography.Paragraph>
      <ReasonField usual={t.refundReasons} hint={t.refundReasonHint} max={60} />
      <Form.Item
        name="confirmed"
        valuePropName="checked"
        rules={[
          {
            validator: (_, checked) =>
              checked ? Promise.resolve() : Promise.reject(new Error(t.refundConfirmNeeded)),
          },
        ]}
      >
        <Checkbox>{t.refundConfirm}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
