import { Input, View } from '@tarojs/components';
import type { LineInput, QuoteLine } from '@/api/views';
import { openTab } from '@/platform/navigate';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { Price } from '@/ui/Price';
import { Problem } from '@/ui/Problem';
import styles from './Checkout.module.scss';
import { FulfilmentChoice, type Way } from './FulfilmentChoice';
import { Priced } from './Priced';
import { useCheckout } from './use-checkout';

interface CheckoutProps {
  brandId: string;
  /** Bought directly, past the cart. */
  only: LineInput | undefined;
}

export function Checkout({ brandId, only }: CheckoutProps) {
  const { nothing, place, note, quote, order } = useCheckout(brandId, only);

  if (nothing) {
    return (
      <Page>
        <Empty
          drawing="basket"
          title="还没选东西"
          action={{ label: '去逛逛', onClick: () => openTab('shop') }}
        />
      </Page>
    );
  }
  return (
    <Page
      footer={
        <View className={styles.footer}>
          {quote.priced ? <Price fen={quote.priced.payFen} size="large" /> : <View />}
          <Button busy={order.busy} disabled={!order.ready} onClick={order.place}>
            提交并付款
          </Button>
        </View>
      }
    >
      <FulfilmentChoice
        brandId={brandId}
        way={place.way}
        onWay={place.setWay}
        store={place.store}
        address={place.address}
        onAddress={place.setAddress}
      />
      {quote.missing.length > 0 && <Problem>{shortageText(quote.missing, place.way)}</Problem>}
      <Priced quote={quote.priced} error={quote.error} needsPlace={!place.known} onRetry={quote.retry} />
      <Block flush>
        <Input
          className={styles.note}
          value={note.text}
          maxlength={50}
          placeholder="备注：少冰、少糖、到店时间……"
          aria-label="备注"
          onInput={({ detail }) => note.set(detail.value)}
        />
      </Block>
    </Page>
  );
}

function shortageText(missing: readonly QuoteLine[], way: Way): string {
  const names = missing.map(({ name }) => `“${name}”`).join('、');
  return way === 'delivery'
    ? `${names}现在送不了货，换成到店自取试试。`
    : `${names}在这家店不够了，换一家店或少买几份试试。`;
}
