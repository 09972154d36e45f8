import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { chooseStore, StorePicker, StoreSummary, usePosition, useStore, useStores } from '@/features/stores';
import { openMap } from '@/platform/map';
import { callPhone } from '@/platform/notice';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { Skeleton } from '@/ui/Skeleton';
import styles from './NearestStore.module.scss';

export function NearestStore({ brandId }: { brandId: string }) {
  const [picking, setPicking] = useState(false);
  const { data: stores, error, refetch } = useStores(brandId);
  const { position } = usePosition();
  const store = useStore(brandId);

  if (!stores) {
    return error ? (
      <Block>
        <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
      </Block>
    ) : (
      <Skeleton bones={['block']} />
    );
  }
  if (!store) {
    return null;
  }
  return (
    <Block
      title={position ? '离你最近' : '到店看看'}
      aside={
        <View className={styles.all} onClick={() => setPicking(true)}>
          {position ? '全部门店' : '看看哪家离我最近'}
          <Icon name="chevron" />
        </View>
      }
    >
      <StoreSummary store={store} />
      <View className={styles.actions}>
        <Button kind="line" size="small" onClick={() => callPhone(store.phone)}>
          <Icon name="phone" />
          打电话
        </Button>
        {openMap && (
          <Button kind="line" size="small" onClick={() => openMap?.(store)}>
            <Icon name="pin" />
            怎么走
          </Button>
        )}
      </View>
      {picking && (
        <StorePicker
          stores={stores}
          chosenId={store.id}
          onChoose={({ id }) => chooseStore(brandId, id)}
          onClose={() => setPicking(false)}
        />
      )}
    </Block>
  );
}
