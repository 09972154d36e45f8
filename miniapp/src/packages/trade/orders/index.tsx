import { ORDER_STATUS_TEXT, type OrderStatus } from '@regulars/shared';
import { ScrollView, View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { MembersOnly } from '@/features/members';
import { OrderCard, useOrders } from '@/features/orders';
import { openTab } from '@/platform/navigate';
import { useOnPullDown, useOnShow } from '@/platform/page';
import { cx } from '@/ui/cx';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

const TABS: readonly (OrderStatus | undefined)[] = [
  undefined,
  'pending_payment',
  'paid',
  'ready',
  'shipped',
  'completed',
  'refunding',
  'refunded',
];

export default function OrdersPage() {
  const [status, setStatus] = useState<OrderStatus>();
  return (
    <Page bleed>
      <ScrollView scrollX className={styles.tabs}>
        <View className={styles.row}>
          {TABS.map((tab) => (
            <View
              key={tab ?? 'all'}
              className={cx(styles.tab, tab === status && styles.current)}
              onClick={() => setStatus(tab)}
            >
              {tab ? ORDER_STATUS_TEXT[tab] : '全部'}
            </View>
          ))}
        </View>
      </ScrollView>
      <View className={styles.list}>
        <MembersOnly text="入会以后，你的订单都会在这里。">
          {(brandId) => <Orders key={status} brandId={brandId} status={status} />}
        </MembersOnly>
      </View>
    </Page>
  );
}

function Orders({ brandId, status }: { brandId: string; status: OrderStatus | undefined }) {
  const { items, error, refresh, ...rest } = useOrders(brandId, status);
  useOnShow(() => void refresh());
  useOnPullDown(refresh);

  if (!items) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  }
  if (items.length === 0) {
    return (
      <Empty
        drawing="cup"
        title="这里还没有订单"
        text="下单以后，进度都能在这儿看到。"
        action={{ label: '去逛逛', onClick: () => openTab('shop') }}
      />
    );
  }
  return (
    <>
      {items.map((order) => (
        <OrderCard key={order.id} order={order} />
      ))}
      <ListEnd {...rest} />
    </>
  );
}
