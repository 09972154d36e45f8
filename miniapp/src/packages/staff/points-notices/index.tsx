import { formatPoints } from '@regulars/shared';
import { sentenceOf } from '@/api/problem';
import { StaffOnly, usePointsNotices, useStaff } from '@/features/staff';
import { useOnPullDown } from '@/platform/page';
import { day } from '@/text/time';
import { Block } from '@/ui/Block';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { ListSkeleton } from '@/ui/Skeleton';

export default function PointsNoticesPage() {
  return (
    <Page>
      <StaffOnly>{() => <Notices />}</StaffOnly>
    </Page>
  );
}

function Notices() {
  const { store } = useStaff();
  const { items, error, refresh, ...rest } = usePointsNotices(store?.id);
  useOnPullDown(refresh);

  if (!items) {
    return error ? <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} /> : <ListSkeleton />;
  }
  if (items.length === 0) {
    return <Empty drawing="letter" title="没有快到期的积分" text="到期前 30 天，客人会出现在这里。" />;
  }
  return (
    <>
      <Block flush title={`${store?.name ?? ''}的客人`}>
        {items.map(({ memberId, name, phoneMasked, points, lapsesAt }) => (
          <Row
            key={`${memberId}${lapsesAt}`}
            title={name ?? phoneMasked ?? '一位会员'}
            note={[name ? phoneMasked : null, `${day(lapsesAt)}零点前有效`].filter(Boolean).join(' · ')}
            value={`${formatPoints(points)} 分`}
          />
        ))}
      </Block>
      <ListEnd {...rest} />
    </>
  );
}
