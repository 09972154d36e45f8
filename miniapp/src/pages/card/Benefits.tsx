import { View } from '@tarojs/components';
import type { CardView } from '@/api/views';
import { Block } from '@/ui/Block';
import styles from './Benefits.module.scss';

export function Benefits({ card }: { card: CardView }) {
  if (card.benefits.length === 0) {
    return null;
  }
  return (
    <Block title={`${card.tier.name}的待遇`}>
      {card.benefits.map(({ title, text }) => (
        <View key={title} className={styles.benefit}>
          <View className={styles.title}>{title}</View>
          <View className={styles.text}>{text}</View>
        </View>
      ))}
    </Block>
  );
}
