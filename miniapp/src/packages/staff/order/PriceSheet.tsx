import { fenToYuan, formatFen, yuanToFen } from '@regulars/shared';
import { useState } from 'react';
import { useAction } from '@/api/use-action';
import type { OrderView } from '@/api/views';
import { useStoreOrderActions } from '@/features/staff';
import { say } from '@/platform/notice';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';

/** Lets the customer pay less, before they pay. */
export function PriceSheet({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const [amount, setAmount] = useState(fenToYuan(order.payFen));
  const [reason, setReason] = useState('');
  const { reprice } = useStoreOrderActions(order.id);
  const payFen = yuanToFen(amount);
  const fits = payFen !== undefined && payFen >= Math.max(1, order.freightFen) && payFen < order.payFen;
  const changing = useAction(async () => {
    if (payFen !== undefined) {
      await reprice({ payFen, reason: reason.trim() });
      say('已改价，请顾客重新点付款');
      onClose();
    }
  });
  return (
    <Sheet
      open
      title="改价"
      onClose={onClose}
      footer={
        <Button block disabled={!fits || reason.trim() === ''} busy={changing.busy} onClick={changing.run}>
          确认改价
        </Button>
      }
    >
      <Field
        label="应付（元）"
        value={amount}
        maxLength={10}
        error={
          fits || amount === fenToYuan(order.payFen)
            ? undefined
            : `只能改得比 ${formatFen(order.payFen)} 低。`
        }
        onChange={setAmount}
      />
      <Field
        label="原因"
        value={reason}
        maxLength={30}
        placeholder="顾客会看到，例如老顾客抹零"
        onChange={setReason}
      />
    </Sheet>
  );
}
