import { Swiper, SwiperItem, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Picture } from '@/ui/Picture';
import styles from './Gallery.module.scss';

export function Gallery({ pictures, name }: { pictures: readonly string[]; name: string }) {
  const [index, setIndex] = useState(0);
  if (pictures.length < 2) {
    return <Picture src={pictures[0]} className={styles.picture} label={name} />;
  }
  return (
    <View className={styles.gallery}>
      <Swiper className={styles.picture} circular onChange={({ detail }) => setIndex(detail.current)}>
        {pictures.map((picture) => (
          <SwiperItem key={picture}>
            <Picture src={picture} className={styles.picture} label={name} />
          </SwiperItem>
        ))}
      </Swiper>
      <Text className={styles.count}>{`${index + 1} / ${pictures.length}`}</Text>
    </View>
  );
}
