import { Text, View } from '@tarojs/components';
import type { StoreView } from '@/api/views';
import { distance } from '@/text/distance';
import { Tag } from '@/ui/Tag';
import styles from './StoreSummary.module.scss';

/** A store in three lines: name, whether it is open, where it is. */
export function StoreSummary({ store }: { store: StoreView }) {
  return (
    <View className={styles.store}>
      <View className={styles.head}>
        <Text className={styles.name}>{store.name}</Text>
        <Tag tone={store.open ? 'good' : 'plain'}>{store.open ? '营业中' : '休息中'}</Tag>
        {store.distanceM !== null && <Text className={styles.distance}>{distance(store.distanceM)}</Text>}
      </View>
      <View className={styles.line}>{`${store.city} ${store.address}`}</View>
      <View className={styles.line}>{`${store.opensAt}–${store.closesAt}`}</View>
    </View>
  );
}
