import { Form, Typography } from 'antd';
import { fenToYuan, yuanToFen } from '@regulars/shared';
import { api } from '../../api/api';
import type { Order } from '../../api/types';
import { texts } from '../../texts';
import { AmountInput } from '../../ui/AmountInput';
import { formatMoney } from '../../ui/format';
import { FormDialog } from '../../ui/FormDialog';
import { ReasonField } from '../../ui/ReasonField';
import { useDone } from '../../ui/use-done';
import { useOrderChanged } from './use-orders';

const t = texts.orders;

interface PriceForm {
  amount: string;
  reason: string;
}

export function RepriceDialog({
  order,
  open,
  onClose,
}: {
  order: Order;
  open: boolean;
  onClose: () => void;
}) {
  const orderChanged = useOrderChanged();
  const done = useDone();

  async function change({ amount, reason }: PriceForm) {
    const payFen = yuanToFen(amount);
    if (payFen === undefined) {
      return;
    }
    await api.post('/api/admin/orders/{id}/price', {
      path: { id: order.id },
      body: { payFen, reason: reason.trim() },
    });
    await orderChanged();
    done(t.repriced(formatMoney(payFen)));
    onClose();
  }

  return (
    <FormDialog<PriceForm>
      title={t.repriceTitle}
      open={open}
      initialValues={{ amount: fenToYuan(order.payFen), reason: '' }}
      submitText={t.repriceSubmit}
      onSubmit={change}
      onClose={onClose}
    >
      <Typography.Paragraph>{t.repriceText(formatMoney(order.payFen))}</Typography.Paragraph>
      <Form.Item
        name="amount"
        label={t.repriceAmount}
        rules={[{ validator: (_, text: string) => checkAmount(text, order) }]}
      >
        <AmountInput />
      </Form.Item>
      <ReasonField usual={t.repriceReasons} hint={t.repriceReasonHint} max={30} />
    </FormDialog>
  );
}

function checkAmount(text: string, { payFen, freightFen }: Order): Promise<void> {
  const fen = yuanToFen(text);
  const fits = fen !== undefined && fen >= Math.max(1, freightFen) && fen < payFen;
  return fits ? Promise.resolve() : Promise.reject(new Error(t.repriceRange(formatMoney(payFen))));
}
