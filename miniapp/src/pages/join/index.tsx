import { useEffect } from 'react';
import { sentenceOf } from '@/api/problem';
import { useBrand, useBrandFrom, useBrands } from '@/features/brand';
import { useLiveCode, useMembership } from '@/features/members';
import { chooseStore } from '@/features/stores';
import { goBack, openTab } from '@/platform/navigate';
import { usePageQuery } from '@/platform/page';
import { liveCodeOf } from '@/text/scanned';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { Skeleton } from '@/ui/Skeleton';
import { AlreadyMember } from './AlreadyMember';
import { JoinForm } from './JoinForm';

const HOUSE_PROMISE = '会员价、积分和生日礼，一张卡都有；来过一次，下次就记得你。';

/** The door: opened by a scanned code, or from inside by its brand. */
export default function JoinPage() {
  const query = usePageQuery();
  const code = liveCodeOf(query);
  const liveCode = useLiveCode(code);
  const brands = useBrands();
  const current = useBrand();

  const brandId = liveCode.data?.brand.id ?? query.brandId;
  const storeId = liveCode.data?.store?.id;
  useBrandFrom(brandId);
  useEffect(() => {
    if (brandId && storeId) {
      chooseStore(brandId, storeId);
    }
  }, [brandId, storeId]);

  const brand = liveCode.data?.brand ?? (code ? undefined : current);
  const membership = useMembership(brand?.id);

  if (!brand) {
    const asked = code ? liveCode : brands;
    return <Page>{asked.error ? <Broken error={asked.error} onRetry={asked.refetch} /> : <Waiting />}</Page>;
  }
  if (membership.card) {
    return <AlreadyMember brand={brand} store={liveCode.data?.store ?? null} />;
  }
  return (
    <JoinForm
      brand={brand}
      promise={liveCode.data?.promise ?? HOUSE_PROMISE}
      store={liveCode.data?.store ?? null}
      stores={liveCode.data?.stores ?? []}
      liveCode={code}
      onJoined={() => (query.back ? goBack() : openTab('card'))}
    />
  );
}

function Waiting() {
  return <Skeleton bones={['card', 'line', 'short', 'block']} />;
}

/** A code that no longer leads anywhere still leads into the shop. */
function Broken({ error, onRetry }: { error: Error; onRetry: () => unknown }) {
  return (
    <>
      <ErrorState text={sentenceOf(error)} onRetry={() => void onRetry()} />
      <Button kind="quiet" block onClick={() => openTab('home')}>
        先去首页看看
      </Button>
    </>
  );
}
