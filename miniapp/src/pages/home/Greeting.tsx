import { Text, View } from '@tarojs/components';
import type { BrandView } from '@/api/views';
import { Picture } from '@/ui/Picture';
import styles from './Greeting.module.scss';

/** Somebody is there: the brand's persona says hello. */
export function Greeting({ persona }: { persona: BrandView['persona'] }) {
  return (
    <View className={styles.greeting}>
      <Picture src={persona.avatarUrl} className={styles.avatar} label={persona.name} />
      <View className={styles.words}>
        <View className={styles.who}>
          <Text className={styles.name}>{persona.name}</Text>
          <Text className={styles.role}>{persona.role}</Text>
        </View>
        <View>{persona.greeting}</View>
      </View>
    </View>
  );
}
