import { assertNever, ORDER_STATUS_TEXT, type FulfilmentKind, type OrderStatus } from '@regulars/shared';

/** What a customer calls the state: a paid order that waits at the store is "to be collected". */
export function statusTitle(status: OrderStatus, kind: FulfilmentKind): string {
  if (status === 'paid') {
    return kind === 'pickup' ? '门店准备中' : '等待发货';
  }
  return ORDER_STATUS_TEXT[status];
}

/** What happens next, in a sentence. */
export function statusSentence(status: OrderStatus, kind: FulfilmentKind): string {
  switch (status) {
    case 'pending_payment':
      return '付款以后，门店就开始准备。';
    case 'paid':
      return kind === 'pickup' ? '到店把取货码给店员看，就能拿走。' : '正在打包，发出后会告诉你快递单号。';
    case 'ready':
      return '已经备好了，到店出示取货码就能拿走。';
    case 'shipped':
      return '已经在路上了，留意快递电话。';
    case 'completed':
      return '谢谢惠顾，欢迎常来。';
    case 'closed':
      return '订单没有付款，已经关闭，货品和优惠都还回去了。';
    case 'refunding':
      return '退款正在办理，钱会原路退回，一般 1 到 3 天到账。';
    case 'refunded':
      return '钱已经原路退回，请留意微信支付的通知。';
    default:
      return assertNever(status);
  }
}
