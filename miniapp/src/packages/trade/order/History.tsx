import { formatFen, REFUND_STATUS_TEXT } from '@regulars/shared';
import { View } from '@tarojs/components';
import type { OrderView } from '@/api/views';
import { dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import styles from './History.module.scss';

/** What happened to the order, newest first. */
export function History({ order }: { order: OrderView }) {
  return (
    <Block title="订单经过">
      {order.refunds.map((refund) => (
        <View key={refund.id} className={styles.event}>
          <View>{`${REFUND_STATUS_TEXT[refund.status]} ${formatFen(refund.amountFen)}`}</View>
          <View className={styles.at}>{dayAndTime(refund.at)}</View>
        </View>
      ))}
      {[...order.events].reverse().map(({ at, note }) => (
        <View key={`${at}${note}`} className={styles.event}>
          <View>{note}</View>
          <View className={styles.at}>{dayAndTime(at)}</View>
        </View>
      ))}
    </Block>
  );
}
