import { View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { Block } from '@/ui/Block';
import { Picture } from '@/ui/Picture';
import { Prices } from './Prices';
import styles from './Related.module.scss';
import { useRelated } from './use-catalogue';

/** What else to look at, and why. Nothing at all when there is nothing, or while it is not known. */
export function Related({ productId }: { productId: string }) {
  const { data: products = [] } = useRelated(productId);
  if (products.length === 0) {
    return null;
  }
  return (
    <Block title="看了它的也看">
      <View className={styles.products}>
        {products.map(({ id, name, pictureUrl, priceFen, memberPriceFen, because }) => (
          <View key={id} className={styles.product} onClick={() => open('product', { id })}>
            <Picture src={pictureUrl} className={styles.picture} label={name} />
            <View className={styles.name}>{name}</View>
            <Prices priceFen={priceFen} memberPriceFen={memberPriceFen} />
            <View className={styles.because}>{because}</View>
          </View>
        ))}
      </View>
    </Block>
  );
}
