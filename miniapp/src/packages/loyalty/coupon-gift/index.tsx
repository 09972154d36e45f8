import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import { CouponCard, useCouponActions, useOfferedCoupon } from '@/features/coupons';
import { MembersOnly } from '@/features/members';
import { replaceWith } from '@/platform/navigate';
import { say } from '@/platform/notice';
import { usePageQuery } from '@/platform/page';
import { day } from '@/text/time';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { ListSkeleton } from '@/ui/Skeleton';

/** Where a friend's link leads. */
export default function CouponGiftPage() {
  const { token = '' } = usePageQuery();
  return (
    <Page>
      <MembersOnly text="入会以后就能收下朋友送的券。">{() => <Gift token={token} />}</MembersOnly>
    </Page>
  );
}

function Gift({ token }: { token: string }) {
  const { data: gift, error, refetch } = useOfferedCoupon(token);
  const { accept } = useCouponActions();
  const accepting = useAction(
    async () => {
      await accept(token);
      say('已收下，放进你的券包了');
      replaceWith('coupons');
    },
    {
      onError: (problem) => {
        say(sentenceOf(problem));
        void refetch();
      },
    },
  );
  if (!gift) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <ListSkeleton rows={2} />
    );
  }
  return (
    <>
      <CouponCard terms={gift.terms} note={`${day(gift.validTo)} 前可用`} faint={!gift.open} />
      <Button block busy={accepting.busy} disabled={!gift.open || gift.mine} onClick={accepting.run}>
        {gift.mine ? '这是你送出的券，等朋友来领' : gift.open ? '收下这张券' : '已经被领走、收回或过期了'}
      </Button>
    </>
  );
}
