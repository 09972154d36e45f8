import { ORDER_STAGE_TEXT, ORDER_STAGES, type OrderStage } from '@regulars/shared';
import { ScrollView, View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { MembersOnly } from '@/features/members';
import { OrderCard, useOrderCounts, useOrders } from '@/features/orders';
import { openTab } from '@/platform/navigate';
import { useOnPullDown, useOnShow } from '@/platform/page';
import { cx } from '@/ui/cx';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

const TABS: readonly (OrderStage | undefined)[] = [undefined, ...ORDER_STAGES];
/** What waits for somebody is counted; what is over is not. */
const COUNTED: readonly OrderStage[] = ['to_pay', 'preparing', 'to_receive'];

export default function OrdersPage() {
  return (
    <Page bleed>
      <MembersOnly text="入会以后，你的订单都会在这里。">
        {(brandId) => <StagedOrders brandId={brandId} />}
      </MembersOnly>
    </Page>
  );
}

function StagedOrders({ brandId }: { brandId: string }) {
  const [stage, setStage] = useState<OrderStage>();
  const counts = useOrderCounts(brandId);
  const textOf = (tab: OrderStage) => {
    const count = counts && COUNTED.includes(tab) ? counts[tab] : 0;
    return count > 0 ? `${ORDER_STAGE_TEXT[tab]} ${count}` : ORDER_STAGE_TEXT[tab];
  };
  return (
    <>
      <ScrollView scrollX className={styles.tabs}>
        <View className={styles.row}>
          {TABS.map((tab) => (
            <View
              key={tab ?? 'all'}
              className={cx(styles.tab, tab === stage && styles.current)}
              onClick={() => setStage(tab)}
            >
              {tab ? textOf(tab) : '全部'}
            </View>
          ))}
        </View>
      </ScrollView>
      <View className={styles.list}>
        <Orders key={stage} brandId={brandId} stage={stage} />
      </View>
    </>
  );
}

function Orders({ brandId, stage }: { brandId: string; stage: OrderStage | undefined }) {
  const { items, error, refresh, ...rest } = useOrders(brandId, stage);
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
