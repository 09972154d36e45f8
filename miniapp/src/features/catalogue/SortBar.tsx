import { View } from '@tarojs/components';
import type { ProductSort } from '@/api/views';
import { cx } from '@/ui/cx';
import styles from './SortBar.module.scss';

export interface Sifting {
  sort: ProductSort;
  inStock: boolean;
}

export const AS_RECOMMENDED: Sifting = { sort: 'recommended', inStock: false };

interface SortBarProps {
  value: Sifting;
  onChange: (value: Sifting) => void;
}

/** In which order, and whether only what can be had. */
export function SortBar({ value, onChange }: SortBarProps) {
  const { sort, inStock } = value;
  const option = (name: string, wanted: ProductSort, chosen = sort === wanted) => (
    <View
      key={wanted}
      className={cx(styles.option, chosen && styles.chosen)}
      onClick={() => onChange({ ...value, sort: wanted })}
    >
      {name}
    </View>
  );
  const byPrice = sort === 'price_up' || sort === 'price_down';
  return (
    <View className={styles.bar}>
      {option('推荐', 'recommended')}
      {option('销量', 'sales')}
      {option('新品', 'newest')}
      {option(
        sort === 'price_down' ? '价格 ↓' : sort === 'price_up' ? '价格 ↑' : '价格',
        sort === 'price_up' ? 'price_down' : 'price_up',
        byPrice,
      )}
      <View
        className={cx(styles.option, styles.last, inStock && styles.chosen)}
        onClick={() => onChange({ ...value, inStock: !inStock })}
      >
        有货
      </View>
    </View>
  );
}
