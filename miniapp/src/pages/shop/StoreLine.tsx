import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { chooseStore, StorePicker, useStore, useStores } from '@/features/stores';
import { distance } from '@/text/distance';
import { Icon } from '@/ui/Icon';
import styles from './StoreLine.module.scss';

/** Which store this is bought at; stock is counted there. */
export function StoreLine({ brandId }: { brandId: string }) {
  const [picking, setPicking] = useState(false);
  const { data: stores = [] } = useStores(brandId);
  const store = useStore(brandId);
  if (!store) {
    return <View className={styles.line} />;
  }
  return (
    <>
      <View className={styles.line} onClick={() => setPicking(true)}>
        <Icon name="store" />
        <Text className={styles.name}>{store.name}</Text>
        <Text className={styles.note}>
          {store.open ? `营业至 ${store.closesAt}` : `${store.opensAt} 开门`}
          {store.distanceM !== null && ` · ${distance(store.distanceM)}`}
        </Text>
        <Icon name="chevron" className={styles.chevron} />
      </View>
      {picking && (
        <StorePicker
          stores={stores}
          chosenId={store.id}
          onChoose={({ id }) => chooseStore(brandId, id)}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  );
}
