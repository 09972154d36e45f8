import { useState } from 'react';
import { Form, Input, Typography } from 'antd';
import { api } from '../../api/api';
import { Attempt } from '../../api/idempotency';
import type { StockRow } from '../../api/types';
import { texts } from '../../texts';
import { FormDialog } from '../../ui/FormDialog';
import { ReasonField } from '../../ui/ReasonField';
import { required, satisfies, wholeOf } from '../../ui/rules';
import { useDone } from '../../ui/use-done';
import { useStockChanged } from './use-stock';

const t = texts.stock;

interface AdjustForm {
  quantity: string;
  reason: string;
}

interface AdjustDialogProps {
  storeId: string;
  row: StockRow;
  onClose: () => void;
}

export function AdjustDialog({ storeId, row, onClose }: AdjustDialogProps) {
  const [attempt] = useState(() => new Attempt());
  const stockChanged = useStockChanged();
  const done = useDone();
  const available = row.onHand - row.reserved;
  const name = `${row.productName} ${row.skuName}`;

  async function book(quantity: number, reason: string) {
    const body = { storeId, skuId: row.skuId, quantity, reason };
    await api.post('/api/admin/stock/adjustments', {
      headers: { 'Idempotency-Key': attempt.keyFor(body) },
      body,
    });
    attempt.settle();
    await stockChanged();
  }

  async function adjust(values: AdjustForm) {
    const quantity = wholeOf(values.quantity) ?? 0;
    const reason = values.reason.trim();
    await book(quantity, reason);
    // Nothing is erased: taking it back is a movement of its own.
    done(t.adjusted(name, quantity), () => book(-quantity, t.undoReason(reason)));
    onClose();
  }

  return (
    <FormDialog
      title={t.adjustTitle}
      open
      initialValues={{ quantity: '', reason: '' }}
      submitText={t.adjust}
      onSubmit={adjust}
      onClose={onClose}
    >
      <Typography.Paragraph>
        {name}：{t.availableNow(available)}
      </Typography.Paragraph>
      <Form.Item
        name="quantity"
        label={t.quantity}
        extra={t.quantityHint}
        rules={[
          required(t.quantity),
          satisfies((text) => Boolean(wholeOf(text)), t.quantityInvalid),
          satisfies((text) => (wholeOf(text) ?? 0) >= -available, t.quantityTooLow(available)),
        ]}
      >
        <Input inputMode="numeric" maxLength={8} autoComplete="off" />
      </Form.Item>
      <ReasonField usual={t.reasons} />
    </FormDialog>
  );
}
