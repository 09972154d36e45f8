import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import { CouponCard, useCouponActions, useCouponDrop } from '@/features/coupons';
import { MembersOnly } from '@/features/members';
import { replaceWith } from '@/platform/navigate';
import { say } from '@/platform/notice';
import { usePageQuery } from '@/platform/page';
import { dayAndTime } from '@/text/time';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { ListSkeleton } from '@/ui/Skeleton';

/** Where a link in a group leads. */
export default function CouponDropPage() {
  const { code = '' } = usePageQuery();
  return (
    <Page>
      <MembersOnly text="入会以后就能领走群里的券。">{() => <Drop code={code} />}</MembersOnly>
    </Page>
  );
}

function Drop({ code }: { code: string }) {
  const { data: drop, error, refetch } = useCouponDrop(code);
  const { claimDrop } = useCouponActions();
  const claiming = useAction(
    async () => {
      await claimDrop(code);
      say('抢到了，已放进你的券包');
      replaceWith('coupons');
    },
    {
      onError: (problem) => {
        say(sentenceOf(problem));
        void refetch();
      },
    },
  );
  if (!drop) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <ListSkeleton rows={2} />
    );
  }
  const waiting = Date.parse(drop.startsAt) > Date.now();
  const over = Date.parse(drop.endsAt) <= Date.now();
  return (
    <>
      <CouponCard
        terms={drop.terms}
        note={`${drop.name} · ${drop.group}：${drop.perGroup} 张里还剩 ${drop.left} 张`}
        faint={over || drop.left === 0}
      />
      <Button block busy={claiming.busy} disabled={waiting || over || drop.left === 0} onClick={claiming.run}>
        {over
          ? '这一场已经结束'
          : waiting
            ? `${dayAndTime(drop.startsAt)} 开抢`
            : drop.left === 0
              ? '已经抢完'
              : '马上领取'}
      </Button>
    </>
  );
}
