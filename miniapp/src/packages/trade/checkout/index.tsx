import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/api';
import { keys } from '@/api/keys';
import { sentenceOf } from '@/api/problem';
import { useBrandFrom } from '@/features/brand';
import { MembersOnly } from '@/features/members';
import { chooseStore } from '@/features/stores';
import { openTab } from '@/platform/navigate';
import { usePageQuery } from '@/platform/page';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { Skeleton } from '@/ui/Skeleton';
import { Checkout } from './Checkout';
import type { Start } from './use-checkout';

export default function CheckoutPage() {
  const { skuId, quantity, link } = usePageQuery();
  if (link !== undefined) {
    return <LinkedCheckout code={link} />;
  }
  return (
    <MembersCheckout
      start={skuId === undefined ? {} : { only: [{ skuId, quantity: Number(quantity ?? 1) }] }}
    />
  );
}

/** From a message: the server says what the link puts into the checkout. */
function LinkedCheckout({ code }: { code: string }) {
  const { data, error } = useQuery({
    queryKey: keys.checkoutLink(code),
    retry: false,
    queryFn: () => api.get('/api/member/checkout-links/{code}', { path: { code } }),
  });
  useBrandFrom(data?.brandId);
  useEffect(() => {
    if (data?.storeId) {
      chooseStore(data.brandId, data.storeId);
    }
  }, [data]);
  if (error) {
    return (
      <Page>
        <Empty
          drawing="letter"
          title={sentenceOf(error)}
          action={{ label: '去逛逛', onClick: () => openTab('shop') }}
        />
      </Page>
    );
  }
  return data ? (
    <MembersCheckout start={{ link: data }} />
  ) : (
    <Page>
      <Skeleton bones={['block', 'block']} />
    </Page>
  );
}

function MembersCheckout({ start }: { start: Start }) {
  return (
    <MembersOnly text="入会以后就能下单，会员价和积分都算上。" frame={(content) => <Page>{content}</Page>}>
      {(brandId) => <Checkout brandId={brandId} start={start} />}
    </MembersOnly>
  );
}
