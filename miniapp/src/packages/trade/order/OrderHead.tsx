import { View } from '@tarojs/components';
import type { OrderView } from '@/api/views';
import { statusSentence, statusTitle } from '@/features/orders';
import { countdown } from '@/text/time';
import { useNow } from '@/text/use-now';
import styles from './OrderHead.module.scss';
import type { Confirming } from './use-confirming';

export function OrderHead({ order, confirming }: { order: OrderView; confirming: Confirming }) {
  return (
    <View className={styles.head}>
      <View className={styles.title}>
        {confirming.active && order.status === 'pending_payment'
          ? '正在确认付款…'
          : statusTitle(order.status, order.fulfilment.kind)}
      </View>
      <View className={styles.sentence}>
        {order.status === 'pending_payment' ? (
          <Unpaid order={order} confirming={confirming} />
        ) : (
          statusSentence(order.status, order.fulfilment.kind)
        )}
      </View>
    </View>
  );
}

function Unpaid({ order, confirming }: { order: OrderView; confirming: Confirming }) {
  const now = useNow(1000);
  if (confirming.active) {
    return <>微信已经收到你的付款，正在等它告诉我们，请别重复付。</>;
  }
  if (confirming.late) {
    return <>微信的消息还没到。如果已经扣款，请放心，稍后会自动变成已付款，不用再付一次。</>;
  }
  if (!order.expiresAt) {
    return <>{statusSentence(order.status, order.fulfilment.kind)}</>;
  }
  const left = countdown(order.expiresAt, now);
  return (
    <>{left === '00:00' ? '付款时间已过，订单马上会自动关闭。' : `货已经给你留好，请在 ${left} 内付款。`}</>
  );
}
