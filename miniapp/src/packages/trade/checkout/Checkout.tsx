import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import type { QuoteLine } from '@/api/views';
import { InvoiceSheet } from '@/features/orders';
import { openTab } from '@/platform/navigate';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { Price } from '@/ui/Price';
import { Problem } from '@/ui/Problem';
import { Row } from '@/ui/Row';
import styles from './Checkout.module.scss';
import { FulfilmentChoice, type Way } from './FulfilmentChoice';
import { Priced } from './Priced';
import { PickupTime } from './PickupTime';
import { useCheckout, type Start } from './use-checkout';

interface CheckoutProps {
  brandId: string;
  start: Start;
}

export function Checkout({ brandId, start }: CheckoutProps) {
  const { nothing, place, pickup, invoice, note, benefits, quote, order } = useCheckout(brandId, start);
  const [invoicing, setInvoicing] = useState(false);

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
      <Priced
        quote={quote.priced}
        error={quote.error}
        needsPlace={!place.known}
        onCoupon={benefits.setCoupon}
        onPoints={benefits.setPoints}
        onRetry={quote.retry}
      />
      <Block flush>
        {place.way === 'pickup' && place.store && (
          <PickupTime
            brandId={brandId}
            storeId={place.store.id}
            from={pickup.from}
            onChoose={pickup.choose}
          />
        )}
        <Row
          icon="receipt"
          title="发票"
          value={invoice.draft ? invoice.draft.title : '不开发票'}
          onClick={() => setInvoicing(true)}
        />
        {invoicing && (
          <InvoiceSheet
            initial={invoice.draft}
            onSave={(draft) => {
              invoice.set(draft);
              setInvoicing(false);
            }}
            onNone={() => {
              invoice.set(undefined);
              setInvoicing(false);
            }}
            onClose={() => setInvoicing(false)}
          />
        )}
      </Block>
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
