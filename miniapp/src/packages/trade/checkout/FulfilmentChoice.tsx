import { FULFILMENT_KINDS } from '@regulars/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AddressView, StoreView } from '@/api/views';
import { chooseStore, StorePicker, StoreSummary, useStores } from '@/features/stores';
import { addressLine } from '@/text/address';
import { Block } from '@/ui/Block';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import { AddressPicker } from './AddressPicker';
import styles from './FulfilmentChoice.module.scss';

export type Way = (typeof FULFILMENT_KINDS)[number];

const WAY_TEXT: Readonly<Record<Way, string>> = { pickup: '到店自取', delivery: '送到家' };

interface FulfilmentChoiceProps {
  brandId: string;
  way: Way;
  onWay: (way: Way) => void;
  store: StoreView | undefined;
  address: AddressView | undefined;
  onAddress: (address: AddressView | undefined) => void;
}

export function FulfilmentChoice({ brandId, way, onWay, store, address, onAddress }: FulfilmentChoiceProps) {
  const [picking, setPicking] = useState(false);
  const { data: stores = [] } = useStores(brandId);
  const close = () => setPicking(false);

  return (
    <Block>
      <View className={styles.ways}>
        {FULFILMENT_KINDS.map((kind) => (
          <View
            key={kind}
            className={cx(styles.way, kind === way && styles.current)}
            onClick={() => onWay(kind)}
          >
            {WAY_TEXT[kind]}
          </View>
        ))}
      </View>
      <View className={styles.place} onClick={() => setPicking(true)}>
        {way === 'pickup' ? <StorePlace store={store} /> : <AddressPlace address={address} />}
        <Icon name="chevron" className={styles.chevron} />
      </View>
      {picking && way === 'pickup' && (
        <StorePicker
          stores={stores}
          chosenId={store?.id}
          onChoose={({ id }) => chooseStore(brandId, id)}
          onClose={close}
        />
      )}
      {picking && way === 'delivery' && (
        <AddressPicker chosenId={address?.id} onChoose={onAddress} onClose={close} />
      )}
    </Block>
  );
}

function StorePlace({ store }: { store: StoreView | undefined }) {
  return store ? <StoreSummary store={store} /> : <View className={styles.missing}>选一家取货的门店</View>;
}

function AddressPlace({ address }: { address: AddressView | undefined }) {
  if (!address) {
    return <View className={styles.missing}>选一个收货地址</View>;
  }
  return (
    <View className={styles.address}>
      <View className={styles.name}>{`${address.name} ${address.phone}`}</View>
      <View className={styles.detail}>{addressLine(address)}</View>
    </View>
  );
}
