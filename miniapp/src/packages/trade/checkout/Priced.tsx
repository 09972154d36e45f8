import { View } from '@tarojs/components';
import { sentenceOf } from '@/api/problem';
import type { QuoteView } from '@/api/views';
import { OrderLines, PriceSteps } from '@/features/orders';
import { Block } from '@/ui/Block';
import { ErrorState } from '@/ui/ErrorState';
import { Skeleton } from '@/ui/Skeleton';
import styles from './Priced.module.scss';

interface PricedProps {
  quote: QuoteView | undefined;
  error: Error | null;
  /** Nobody has said yet where the goods go, and the price depends on it. */
  needsPlace: boolean;
  onRetry: () => void;
}

export function Priced({ quote, error, needsPlace, onRetry }: PricedProps) {
  if (quote) {
    return (
      <>
        <Block title="买的东西">
          <OrderLines lines={quote.lines} />
        </Block>
        <Block title="价格是这样算的">
          <PriceSteps steps={quote.steps} payFen={quote.payFen} label="应付" />
        </Block>
      </>
    );
  }
  if (error) {
    return (
      <Block>
        <ErrorState text={sentenceOf(error)} onRetry={onRetry} />
      </Block>
    );
  }
  return needsPlace ? (
    <Block>
      <View className={styles.hint}>选好取货门店或收货地址，就能算出价格。</View>
    </Block>
  ) : (
    <Skeleton bones={['block', 'block']} />
  );
}
