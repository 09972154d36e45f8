import { Text, View } from '@tarojs/components';
import { Price } from '@/ui/Price';
import styles from './Prices.module.scss';

interface PricesProps {
  priceFen: number;
  memberPriceFen: number | null;
  size?: 'medium' | 'large';
}

/** The member's price first where there is one, the list price beside it. */
export function Prices({ priceFen, memberPriceFen, size = 'medium' }: PricesProps) {
  if (memberPriceFen === null) {
    return <Price fen={priceFen} size={size} />;
  }
  return (
    <View className={styles.prices}>
      <Price fen={memberPriceFen} size={size} className={styles.member} />
      <Text className={styles.label}>会员价</Text>
      <Price fen={priceFen} size="small" struck />
    </View>
  );
}
