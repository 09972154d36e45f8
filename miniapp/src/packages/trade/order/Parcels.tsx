import { View } from '@tarojs/components';
import type { OrderView } from '@/api/views';
import { copyText } from '@/platform/notice';
import { dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { Row } from '@/ui/Row';
import styles from './OrderDetail.module.scss';

/** Where the goods go, what is on its way, and what is in each parcel. */
export function Parcels({ order }: { order: OrderView }) {
  const { address, parcels } = order.fulfilment;
  const names = new Map(order.lines.map(({ id, name }) => [id, name]));
  const waiting = order.lines.reduce((sum, { waitingQuantity }) => sum + waitingQuantity, 0);
  return (
    <Block flush title="送到">
      {address && <Row title={`${address.name} ${address.phone}`} note={address.address} />}
      {parcels.map(({ number, company, trackingNo, sentAt, lines }) => (
        <Row
          key={number}
          icon="truck"
          title={parcels.length > 1 || waiting > 0 ? `包裹 ${number} · ${company}` : company}
          note={
            <>
              <View>{`${trackingNo} · ${dayAndTime(sentAt)} 发出`}</View>
              <View>
                {lines.map(({ lineId, quantity }) => `${names.get(lineId) ?? ''} × ${quantity}`).join('、')}
              </View>
            </>
          }
          value="复制单号"
          onClick={() => void copyText(trackingNo, '快递单号已复制')}
        />
      ))}
      {parcels.length > 0 && waiting > 0 && (
        <View className={styles.hint}>{`还有 ${waiting} 件备好就发。`}</View>
      )}
    </Block>
  );
}
