import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { Icon } from '@/ui/Icon';
import styles from './CartBar.module.scss';
import { countOf } from './cart';
import { useCart } from './use-cart';

/** Floats over the shop once something is in the cart. */
export function CartBar({ brandId }: { brandId: string }) {
  const count = countOf(useCart(brandId).lines);
  if (count === 0) {
    return null;
  }
  return (
    <View className={styles.bar} onClick={() => open('cart')}>
      <Icon name="bag" className={styles.bag} />
      <Text className={styles.count}>{`${count} 件`}</Text>
      <Text className={styles.go}>去购物车</Text>
      <Icon name="chevron" />
    </View>
  );
}
