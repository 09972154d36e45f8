import { ORDER_STATUS_TEXT, type OrderStatus } from '@regulars/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { StaffOnly, useStaff, useStoreOrders } from '@/features/staff';
import { open } from '@/platform/navigate';
import { useOnPullDown, useOnShow } from '@/platform/page';
import { clockTime, dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { cx } from '@/ui/cx';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

const TABS: readonly (OrderStatus | undefined)[] = [
  undefined,
  'paid',
  'preparing',
  'ready',
  'partly_shipped',
];

export default function StaffOrdersPage() {
  return (
    <Page>
      <StaffOnly>{() => <StoreOrders />}</StaffOnly>
    </Page>
  );
}

function StoreOrders() {
  const { store } = useStaff();
  const [status, setStatus] = useState<OrderStatus>();
  return (
    <>
      <View className={styles.tabs}>
        {TABS.map((tab) => (
          <View
            key={tab ?? 'all'}
            className={cx(styles.tab, tab === status && styles.current)}
            onClick={() => setStatus(tab)}
          >
            {tab ? (tab === 'paid' ? '待接单' : ORDER_STATUS_TEXT[tab]) : '全部'}
          </View>
        ))}
      </View>
      {store && <Orders key={status} storeId={store.id} status={status} />}
    </>
  );
}

function Orders({ storeId, status }: { storeId: string; status: OrderStatus | undefined }) {
  const { items, error, refresh, ...rest } = useStoreOrders(storeId, status);
  useOnShow(() => void refresh());
  useOnPullDown(refresh);
  if (!items) {
    return error ? <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} /> : <ListSkeleton />;
  }
  if (items.length === 0) {
    return <Empty drawing="cup" title="都处理完了" text="新订单来了会排在这里。" />;
  }
  return (
    <Block flush>
      {items.map(({ id, lines, createdAt, pickupCode, kind, status: now }) => (
        <Row
          key={id}
          icon={kind === 'delivery' ? 'truck' : 'bag'}
          title={lines.map(({ name, quantity }) => `${name} × ${quantity}`).join('、')}
          note={
            kind === 'pickup'
              ? `${clockTime(createdAt)} 下单 · 取货码 ${pickupCode ?? ''}`
              : `${dayAndTime(createdAt)} 下单`
          }
          value={now === 'paid' ? '待接单' : ORDER_STATUS_TEXT[now]}
          onClick={() => open('staffOrder', { id })}
        />
      ))}
      <ListEnd {...rest} />
    </Block>
  );
}
