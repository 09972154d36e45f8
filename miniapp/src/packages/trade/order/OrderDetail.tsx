import { ORDER_STATUSES, type OrderStatus } from '@regulars/shared';
import { View } from '@tarojs/components';
import type { OrderView } from '@/api/views';
import { OrderLines, PriceSteps } from '@/features/orders';
import { OrderPromises } from '@/features/service';
import { callPhone, copyText } from '@/platform/notice';
import { clockTime, dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Page } from '@/ui/Page';
import { QrCode } from '@/ui/QrCode';
import { Row } from '@/ui/Row';
import { History } from './History';
import { OrderActions } from './OrderActions';
import styles from './OrderDetail.module.scss';
import { InvoiceRow } from './InvoiceRow';
import { OrderHead } from './OrderHead';
import { Parcels } from './Parcels';
import type { Confirming } from './use-confirming';

/** What was given back or never paid has nothing to make an invoice of. */
const INVOICED: readonly OrderStatus[] = ORDER_STATUSES.filter(
  (status) => !['pending_payment', 'closed', 'refunding', 'refunded'].includes(status),
);

export function OrderDetail({ order, confirming }: { order: OrderView; confirming: Confirming }) {
  return (
    <Page footer={<OrderActions order={order} confirming={confirming} />}>
      <OrderHead order={order} confirming={confirming} />
      {order.pickupCode && (
        <Block>
          <View className={styles.pickup}>
            <QrCode text={order.pickupCode} size="small" />
            <View className={styles.code}>{order.pickupCode}</View>
            <View className={styles.hint}>取货码，给店员看就好</View>
          </View>
        </Block>
      )}
      {order.fulfilment.kind === 'delivery' ? <Parcels order={order} /> : <PickupPlace order={order} />}
      <Block title="买的东西">
        <OrderLines lines={order.lines} />
      </Block>
      <Block title="价格是这样算的">
        <PriceSteps
          steps={order.steps}
          payFen={order.payFen}
          label={order.status === 'pending_payment' ? '应付' : '合计'}
        />
      </Block>
      <Block flush>
        <Row
          title="订单编号"
          value={order.outTradeNo}
          onClick={() => void copyText(order.outTradeNo, '订单编号已复制')}
        />
        <Row title="下单时间" value={dayAndTime(order.createdAt)} />
        {INVOICED.includes(order.status) && <InvoiceRow order={order} />}
        {order.paidAt && <Row title="付款时间" value={dayAndTime(order.paidAt)} />}
      </Block>
      {order.paidAt && <OrderPromises orderId={order.id} />}
      <History order={order} />
    </Page>
  );
}

function PickupPlace({ order: { fulfilment } }: { order: OrderView }) {
  const { store, pickupFrom, pickupTo } = fulfilment;
  if (!store) {
    return null;
  }
  return (
    <Block title="取货门店">
      <View className={styles.name}>{store.name}</View>
      <View className={styles.hint}>{store.address}</View>
      {pickupFrom && pickupTo && (
        <View className={styles.hint}>{`约在 ${dayAndTime(pickupFrom)}–${clockTime(pickupTo)} 来取`}</View>
      )}
      <View className={styles.reach}>
        <Button kind="line" size="small" onClick={() => callPhone(store.phone)}>
          打电话
        </Button>
      </View>
    </Block>
  );
}
