import { View } from '@tarojs/components';
import type { ProductItem } from '@/api/views';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import { Picture } from '@/ui/Picture';
import { Tag } from '@/ui/Tag';
import { Prices } from './Prices';
import styles from './ProductRow.module.scss';

interface ProductRowProps {
  product: ProductItem;
  onOpen: () => void;
  onAdd: () => void;
}

export function ProductRow({ product, onOpen, onAdd }: ProductRowProps) {
  const { name, subtitle, pictureUrl, priceFen, memberPriceFen, soldOut } = product;
  return (
    <View className={cx(styles.row, soldOut && styles.soldOut)} onClick={onOpen}>
      <Picture src={pictureUrl} className={styles.picture} label={name} />
      <View className={styles.main}>
        <View className={styles.name}>{name}</View>
        <View className={styles.subtitle}>{subtitle}</View>
        <View className={styles.foot}>
          <Prices priceFen={priceFen} memberPriceFen={memberPriceFen} />
          {soldOut ? (
            <Tag>今日售罄</Tag>
          ) : (
            <View
              className={styles.add}
              aria-label={`把${name}加入购物车`}
              onClick={(event) => {
                event.stopPropagation();
                onAdd();
              }}
            >
              <Icon name="plus" />
            </View>
          )}
        </View>
      </View>
    </View>
  );
}
