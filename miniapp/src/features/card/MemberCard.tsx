import { Text, View } from '@tarojs/components';
import type { BrandView, CardView } from '@/api/views';
import { spaced } from '@/text/card-no';
import { day } from '@/text/time';
import { Picture } from '@/ui/Picture';
import styles from './MemberCard.module.scss';

interface MemberCardProps {
  brand: BrandView;
  card: CardView;
  name: string | null;
}

/** The card itself, in the proportions of the plastic one. */
export function MemberCard({ brand, card, name }: MemberCardProps) {
  return (
    <View className={styles.card}>
      <View className={styles.weave} />
      <View className={styles.sheen} />
      <View className={styles.head}>
        <Picture src={brand.logoUrl} className={styles.logo} label={brand.name} />
        <Text className={styles.brand}>{brand.name}</Text>
        <Text className={styles.tier}>{card.tier.name}</Text>
      </View>
      <View className={styles.number}>{spaced(card.cardNo)}</View>
      <View className={styles.foot}>
        <View>
          <View className={styles.label}>持卡人</View>
          <View>{name ?? '老主顾'}</View>
        </View>
        <View className={styles.since}>
          <View className={styles.label}>{card.store ? `自 ${card.store.name} 入会` : '入会'}</View>
          <View>{day(card.joinedAt)}</View>
        </View>
      </View>
    </View>
  );
}
