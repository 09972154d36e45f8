import { View } from '@tarojs/components';
import type { OrderLineView } from '@/api/views';
import { Picture } from '@/ui/Picture';
import { Price } from '@/ui/Price';
import styles from './OrderLines.module.scss';

/** What is (to be) ordered; where a rule made a line cheaper, its list price is struck beside it. */
export function OrderLines({ lines }: { lines: readonly OrderLineView[] }) {
  return (
    <View>
      {lines.map(({ skuId, name, pictureUrl, quantity, listFen, totalFen }) => (
        <View key={skuId} className={styles.line}>
          <Picture src={pictureUrl} className={styles.picture} label={name} />
          <View className={styles.main}>
            <View className={styles.name}>{name}</View>
            <View className={styles.quantity}>{`× ${quantity}`}</View>
          </View>
          <View className={styles.prices}>
            <Price fen={totalFen} size="small" />
            {listFen * quantity > totalFen && <Price fen={listFen * quantity} size="small" struck />}
          </View>
        </View>
      ))}
    </View>
  );
}
