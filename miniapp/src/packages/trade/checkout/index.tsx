import { MembersOnly } from '@/features/members';
import { usePageQuery } from '@/platform/page';
import { Page } from '@/ui/Page';
import { Checkout } from './Checkout';

export default function CheckoutPage() {
  const { skuId, quantity } = usePageQuery();
  const only = skuId === undefined ? undefined : { skuId, quantity: Number(quantity ?? 1) };
  return (
    <MembersOnly text="入会以后就能下单，会员价和积分都算上。" frame={(content) => <Page>{content}</Page>}>
      {(brandId) => <Checkout brandId={brandId} only={only} />}
    </MembersOnly>
  );
}
