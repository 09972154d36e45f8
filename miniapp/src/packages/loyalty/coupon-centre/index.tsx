import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { CentreCoupon } from '@/api/views';
import { CouponCard, useCouponActions, useCouponCentre } from '@/features/coupons';
import { MembersOnly } from '@/features/members';
import { open } from '@/platform/navigate';
import { say } from '@/platform/notice';
import { useOnPullDown } from '@/platform/page';
import { day } from '@/text/time';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { ListSkeleton } from '@/ui/Skeleton';

export default function CouponCentrePage() {
  return (
    <Page>
      <MembersOnly text="入会以后就能领券，下单、到店都能用。">
        {(brandId) => <Centre brandId={brandId} />}
      </MembersOnly>
    </Page>
  );
}

function Centre({ brandId }: { brandId: string }) {
  const { data: coupons, error, refetch } = useCouponCentre(brandId);
  useOnPullDown(refetch);

  if (!coupons) {
    return error ? <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} /> : <ListSkeleton />;
  }
  if (coupons.length === 0) {
    return <Empty drawing="lantern" title="暂时没有可领的券" text="过几天再来看看。" />;
  }
  return (
    <>
      {coupons.map((coupon) => (
        <Offered key={coupon.id} coupon={coupon} />
      ))}
      <Button kind="quiet" block onClick={() => open('coupons')}>
        我的优惠券
      </Button>
    </>
  );
}

function Offered({ coupon }: { coupon: CentreCoupon }) {
  const { claim } = useCouponActions();
  const claiming = useAction(async () => {
    await claim(coupon.id);
    say('已放进你的券包');
  });
  return (
    <CouponCard
      terms={coupon.terms}
      note={[validityText(coupon), ...(coupon.left === null ? [] : [`还剩 ${coupon.left} 张`])].join(' · ')}
      faint={coupon.obstacle !== null}
      action={
        <Button
          size="small"
          kind={coupon.obstacle === null ? 'primary' : 'line'}
          busy={claiming.busy}
          disabled={coupon.obstacle !== null}
          onClick={claiming.run}
        >
          {coupon.obstacle ?? '领取'}
        </Button>
      }
    />
  );
}

function validityText({ validTo, validDays }: CentreCoupon): string {
  return validTo === null ? `领取当日起 ${validDays ?? 1} 天内有效` : `${day(validTo)} 前可用`;
}
