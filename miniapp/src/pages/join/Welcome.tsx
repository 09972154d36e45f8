import { View } from '@tarojs/components';
import type { BrandView, StoreView } from '@/api/views';
import { Picture } from '@/ui/Picture';
import styles from './Welcome.module.scss';

interface WelcomeProps {
  brand: BrandView;
  store: StoreView | null;
  title: string;
  text: string;
}

export function Welcome({ brand, store, title, text }: WelcomeProps) {
  return (
    <View className={styles.welcome}>
      <Picture src={brand.coverUrl} className={styles.cover} label={brand.slogan} />
      <Picture src={brand.logoUrl} className={styles.logo} label={brand.name} />
      <View className={styles.place}>{store ? `${brand.name} · ${store.name}` : brand.name}</View>
      <View className={styles.title}>{title}</View>
      <View className={styles.text}>{text}</View>
    </View>
  );
}
