import { canHappen, type OrderMoveName } from '@regulars/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { OrderView } from '@/api/views';
import { OrderLines, statusTitle } from '@/features/orders';
import { StaffOnly, useStaff, useStoreOrder, useStoreOrderActions } from '@/features/staff';
import { callPhone, say } from '@/platform/notice';
import { useOnPullDown, usePageQuery } from '@/platform/page';
import { clockTime, dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { Skeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';
import { PriceSheet } from './PriceSheet';
import { Remarks } from './Remarks';
import { ShipSheet } from './ShipSheet';

export default function StaffOrderPage() {
  const { id = '' } = usePageQuery();
  return (
    <Page>
      <StaffOnly>{() => <StoreOrder id={id} />}</StaffOnly>
    </Page>
  );
}

function StoreOrder({ id }: { id: string }) {
  const { data: order, error, refetch } = useStoreOrder(id);
  useOnPullDown(refetch);
  if (!order) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <Skeleton bones={['short', 'block', 'block']} />
    );
  }
  return (
    <>
      <Head order={order} />
      <Block title="要准备的">
        <OrderLines lines={order.lines} />
        {order.note && <View className={styles.note}>{`顾客留言：${order.note}`}</View>}
      </Block>
      <Destination order={order} />
      <Actions order={order} />
      <Remarks orderId={order.id} />
    </>
  );
}

function Head({ order }: { order: OrderView }) {
  const { pickupFrom, pickupTo, kind } = order.fulfilment;
  return (
    <View className={styles.head}>
      <View className={styles.title}>{statusTitle(order.status, kind)}</View>
      <View className={styles.sub}>{`${order.outTradeNo} · ${dayAndTime(order.createdAt)} 下单`}</View>
      {order.pickupCode && <View className={styles.code}>{order.pickupCode}</View>}
      {pickupFrom && pickupTo && (
        <View className={styles.sub}>{`${dayAndTime(pickupFrom)}–${clockTime(pickupTo)} 来取`}</View>
      )}
    </View>
  );
}

function Destination({ order }: { order: OrderView }) {
  const { address, parcels } = order.fulfilment;
  if (!address) {
    return null;
  }
  return (
    <Block flush title="送到">
      <Row
        title={`${address.name} ${address.phone}`}
        note={address.address}
        value="打电话"
        onClick={() => callPhone(address.phone)}
      />
      {parcels.map(({ number, company, trackingNo }) => (
        <Row key={number} icon="truck" title={`包裹 ${number} · ${company}`} value={trackingNo} />
      ))}
    </Block>
  );
}

function Actions({ order }: { order: OrderView }) {
  const { can } = useStaff();
  const [sheet, setSheet] = useState<'ship' | 'price'>();
  const { accept, makeReady } = useStoreOrderActions(order.id);
  const may = (name: OrderMoveName) => canHappen(name, order.status, order.fulfilment.kind);
  const accepting = useAction(async () => {
    await accept();
    say('已接单');
  });
  const readying = useAction(async () => {
    await makeReady();
    say('已通知顾客来取');
  });
  const close = () => setSheet(undefined);
  return (
    <View className={styles.actions}>
      {may('accept') && (
        <Button block busy={accepting.busy} onClick={accepting.run}>
          接单，开始准备
        </Button>
      )}
      {may('make_ready') && (
        <Button block kind={may('accept') ? 'line' : 'primary'} busy={readying.busy} onClick={readying.run}>
          备好了，等客人来取
        </Button>
      )}
      {may('ship_all') && (
        <Button block kind={may('accept') ? 'line' : 'primary'} onClick={() => setSheet('ship')}>
          发货
        </Button>
      )}
      {order.status === 'pending_payment' && can('orders.reprice') && (
        <Button block kind="line" onClick={() => setSheet('price')}>
          改价
        </Button>
      )}
      {sheet === 'ship' && <ShipSheet order={order} onClose={close} />}
      {sheet === 'price' && <PriceSheet order={order} onClose={close} />}
    </View>
  );
}
