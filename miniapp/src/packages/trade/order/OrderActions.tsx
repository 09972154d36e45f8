import type { OrderStatus } from '@regulars/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAction } from '@/api/use-action';
import type { OrderView } from '@/api/views';
import { payOrder, useOrderActions } from '@/features/orders';
import { openTab } from '@/platform/navigate';
import { confirm, say } from '@/platform/notice';
import { Button } from '@/ui/Button';
import styles from './OrderActions.module.scss';
import { RefundSheet } from './RefundSheet';
import type { Confirming } from './use-confirming';

/** Until the goods are on their way the customer decides alone; afterwards the store is asked. */
const REFUNDABLE: readonly OrderStatus[] = ['paid', 'ready'];

/** What can be done now; the server has the last word on each of them. */
export function OrderActions({ order, confirming }: { order: OrderView; confirming: Confirming }) {
  const [refunding, setRefunding] = useState(false);
  const { cancel, requestRefund, refresh } = useOrderActions();

  const paying = useAction(async () => {
    const sheet = await payOrder(order.id);
    if (sheet === 'ok') {
      confirming.start();
    } else {
      say(sheet === 'cancel' ? '还没付款，货先给你留着。' : '付款没有成功，请再试一次。');
    }
    await refresh();
  });
  const cancelling = useAction(async () => {
    const sure = await confirm({ title: '取消订单', text: '取消以后，留的货会放回货架。', yes: '取消订单' });
    if (sure) {
      await cancel(order.id);
      say('订单已取消');
    }
  });
  const requesting = useAction(async (reason: string) => {
    await requestRefund(order.id, reason);
    setRefunding(false);
    say('退款申请已经提交');
  });

  if (order.status === 'pending_payment') {
    return (
      <View className={styles.actions}>
        <Button kind="line" busy={cancelling.busy} onClick={cancelling.run}>
          取消订单
        </Button>
        <Button className={styles.main} busy={paying.busy || confirming.active} onClick={paying.run}>
          {confirming.active ? '正在确认' : '去付款'}
        </Button>
      </View>
    );
  }
  return (
    <View className={styles.actions}>
      {REFUNDABLE.includes(order.status) && (
        <Button kind="line" onClick={() => setRefunding(true)}>
          申请退款
        </Button>
      )}
      <Button kind="line" className={styles.main} onClick={() => openTab('shop')}>
        再逛逛
      </Button>
      {refunding && (
        <RefundSheet busy={requesting.busy} onChoose={requesting.run} onClose={() => setRefunding(false)} />
      )}
    </View>
  );
}
