import { CARRIER_CODES, CARRIERS, TRACKING_NO, type Carrier } from '@regulars/shared';
import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { useAction } from '@/api/use-action';
import type { OrderView } from '@/api/views';
import { useStoreOrderActions } from '@/features/staff';
import { say } from '@/platform/notice';
import { scan } from '@/platform/scan';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Row } from '@/ui/Row';
import { Sheet } from '@/ui/Sheet';
import { Stepper } from '@/ui/Stepper';
import styles from './index.module.scss';

const NAMES = CARRIER_CODES.map((code) => CARRIERS[code]);

/** One parcel: what still waits goes into it unless fewer pieces are chosen. */
export function ShipSheet({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const waiting = order.lines.filter(({ waitingQuantity }) => waitingQuantity > 0);
  const [pieces, setPieces] = useState<Record<string, number>>(() =>
    Object.fromEntries(waiting.map(({ id, waitingQuantity }) => [id, waitingQuantity])),
  );
  const [company, setCompany] = useState<Carrier>('SF');
  const [trackingNo, setTrackingNo] = useState('');
  const { ship } = useStoreOrderActions(order.id);
  const lines = waiting.flatMap(({ id }) => {
    const quantity = pieces[id] ?? 0;
    return quantity > 0 ? [{ lineId: id, quantity }] : [];
  });
  const valid = TRACKING_NO.test(trackingNo) && lines.length > 0;
  const shipping = useAction(async () => {
    await ship({ company, trackingNo, lines });
    say('已发货');
    onClose();
  });
  const scanning = useAction(async () => {
    const scanned = await scan();
    if (scanned) {
      setTrackingNo(scanned.trim().toUpperCase());
    }
  });

  return (
    <Sheet
      open
      title="发出一个包裹"
      onClose={onClose}
      footer={
        <Button block disabled={!valid} busy={shipping.busy} onClick={shipping.run}>
          确认发货
        </Button>
      }
    >
      {waiting.map(({ id, name, waitingQuantity }) => (
        <View key={id} className={styles.line}>
          <View>{name}</View>
          <Stepper
            value={pieces[id] ?? 0}
            min={0}
            max={waitingQuantity}
            label={name}
            onChange={(quantity) => setPieces((current) => ({ ...current, [id]: quantity }))}
          />
        </View>
      ))}
      <Picker
        mode="selector"
        range={NAMES}
        value={CARRIER_CODES.indexOf(company)}
        onChange={({ detail }) => setCompany(CARRIER_CODES[Number(detail.value)] ?? 'SF')}
      >
        <Row title="快递公司" value={CARRIERS[company]} />
      </Picker>
      <Field
        label="运单号"
        value={trackingNo}
        maxLength={40}
        placeholder="输入，或扫面单上的条码"
        error={trackingNo !== '' && !TRACKING_NO.test(trackingNo) ? '请核对运单号。' : undefined}
        onChange={(text) => setTrackingNo(text.replace(/\s/g, '').toUpperCase())}
      />
      <Button kind="quiet" block busy={scanning.busy} onClick={scanning.run}>
        扫运单号
      </Button>
    </Sheet>
  );
}
