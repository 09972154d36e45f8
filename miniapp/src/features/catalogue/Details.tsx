import { View } from '@tarojs/components';
import type { ProductView } from '@/api/views';
import { Picture } from '@/ui/Picture';
import styles from './Details.module.scss';

/** What there is to tell of a product, in words and pictures. */
export function Details({ description, details }: Pick<ProductView, 'description' | 'details'>) {
  return (
    <View className={styles.details}>
      {description !== '' && <View>{description}</View>}
      {details.map(({ kind, text, url }, index) =>
        kind === 'picture' && url !== null ? (
          <Picture key={index} src={url} className={styles.picture} label={text} />
        ) : (
          <View key={index}>{text}</View>
        ),
      )}
    </View>
  );
}
