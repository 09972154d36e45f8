import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import { MembersOnly } from '@/features/members';
import { useAddresses } from '@/features/orders';
import { confirm } from '@/platform/notice';
import { addressLine } from '@/text/address';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { ListSkeleton } from '@/ui/Skeleton';
import { AddressForm } from './AddressForm';
import styles from './index.module.scss';

export default function AddressesPage() {
  return (
    <Page>
      <MembersOnly text="入会以后，常用的收货地址都能记在这里。">{() => <Addresses />}</MembersOnly>
    </Page>
  );
}

function Addresses() {
  const { data: addresses, error, refetch, add, remove } = useAddresses();
  const [adding, setAdding] = useState(false);
  const removing = useAction(async (id: string) => {
    if (await confirm({ title: '删除地址', text: '删掉以后，下次要重新填写。', yes: '删除' })) {
      await remove(id);
    }
  });

  if (!addresses) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <ListSkeleton rows={2} />
    );
  }
  if (adding) {
    return (
      <AddressForm
        onSave={async (address) => {
          await add(address);
          setAdding(false);
        }}
        onCancel={() => setAdding(false)}
      />
    );
  }
  return (
    <>
      {addresses.length === 0 && (
        <Empty drawing="letter" title="还没有收货地址" text="添一个，下单时直接选。" />
      )}
      {addresses.map(({ id, name, phone, ...place }) => (
        <Block key={id}>
          <View className={styles.name}>{`${name} ${phone}`}</View>
          <View className={styles.detail}>{addressLine(place)}</View>
          <View className={styles.remove} onClick={() => removing.run(id)}>
            删除
          </View>
        </Block>
      ))}
      <Button block onClick={() => setAdding(true)}>
        添一个新地址
      </Button>
    </>
  );
}
