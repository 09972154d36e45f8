import { Text, View } from '@tarojs/components';
import type { OrderSummaryView } from '@/api/views';
import { open } from '@/platform/navigate';
import { dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { Picture } from '@/ui/Picture';
import { Price } from '@/ui/Price';
import styles from './OrderCard.module.scss';
import { statusTitle } from './status';

const SHOWN = 4;

/** An order in the list. */
export function OrderCard({ order }: { order: OrderSummaryView }) {
  const count = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const [first] = order.lines;
  return (
    <Block onClick={() => open('order', { id: order.id })}>
      <View className={styles.head}>
        <Text className={styles.time}>{dayAndTime(order.createdAt)}</Text>
        <Text className={styles.status}>{statusTitle(order.status, order.kind)}</Text>
      </View>
      <View className={styles.main}>
        <View className={styles.pictures}>
          {order.lines.slice(0, SHOWN).map(({ skuId, pictureUrl, name }) => (
            <Picture key={skuId} src={pictureUrl} className={styles.picture} label={name} />
          ))}
          {order.lines.length === 1 && first && <View className={styles.name}>{first.name}</View>}
        </View>
        <View className={styles.sum}>
          <Price fen={order.payFen} size="small" />
          <View className={styles.count}>{`共 ${count} 件`}</View>
        </View>
      </View>
    </Block>
  );
}
