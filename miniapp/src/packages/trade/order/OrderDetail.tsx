import { CARRIERS } from '@regulars/shared';
import { View } from '@tarojs/components';
import type { OrderView } from '@/api/views';
import { OrderLines, PriceSteps } from '@/features/orders';
import { callPhone, copyText } from '@/platform/notice';
import { dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Page } from '@/ui/Page';
import { QrCode } from '@/ui/QrCode';
import { Row } from '@/ui/Row';
import { History } from './History';
import { OrderActions } from './OrderActions';
import styles from './OrderDetail.module.scss';
import { OrderHead } from './OrderHead';
import type { Confirming } from './use-confirming';

const CARRIER_NAMES: Readonly<Record<string, string>> = CARRIERS;

export function OrderDetail({ order, confirming }: { order: OrderView; confirming: Confirming }) {
  const waiting = order.status === 'paid' || order.status === 'ready';
  return (
    <Page footer={<OrderActions order={order} confirming={confirming} />}>
      <OrderHead order={order} confirming={confirming} />
      {order.pickupCode && waiting && (
        <Block>
          <View className={styles.pickup}>
            <QrCode text={order.pickupCode} size="small" />
            <View className={styles.code}>{order.pickupCode}</View>
            <View className={styles.hint}>取货码，给店员看就好</View>
          </View>
        </Block>
      )}
      <Place order={order} />
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
        {order.paidAt && <Row title="付款时间" value={dayAndTime(order.paidAt)} />}
      </Block>
      <History order={order} />
    </Page>
  );
}

function Place({ order: { fulfilment } }: { order: OrderView }) {
  const { store, address, company, trackingNo } = fulfilment;
  if (store) {
    return (
      <Block title="取货门店">
        <View className={styles.name}>{store.name}</View>
        <View className={styles.hint}>{store.address}</View>
        <View className={styles.reach}>
          <Button kind="line" size="small" onClick={() => callPhone(store.phone)}>
            打电话
          </Button>
        </View>
      </Block>
    );
  }
  return (
    <Block flush title="送到">
      {address && <Row title={`${address.name} ${address.phone}`} note={address.address} />}
      {trackingNo && (
        <Row
          icon="truck"
          title={carrierName(company)}
          value={trackingNo}
          onClick={() => void copyText(trackingNo, '快递单号已复制')}
        />
      )}
    </Block>
  );
}

function carrierName(company: string | null): string {
  return CARRIER_NAMES[company ?? ''] ?? '快递';
}
