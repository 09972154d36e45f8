import { sentenceOf } from '@/api/problem';
import { useOrder } from '@/features/orders';
import { useOnPullDown, usePageQuery } from '@/platform/page';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { Skeleton } from '@/ui/Skeleton';
import { OrderDetail } from './OrderDetail';
import { useConfirming } from './use-confirming';

/** One order; opened by us by its id, by WeChat's order centre by its trade number. */
export default function OrderPage() {
  const { id, outTradeNo, confirming: justPaid } = usePageQuery();
  const confirming = useConfirming(justPaid === 'yes');
  const { data: order, error, refetch } = useOrder({ id, outTradeNo }, confirming.active);
  useOnPullDown(refetch);

  if (!order) {
    return (
      <Page>
        {error ? (
          <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
        ) : (
          <Skeleton bones={['short', 'block', 'block', 'block']} />
        )}
      </Page>
    );
  }
  return <OrderDetail order={order} confirming={confirming} />;
}
