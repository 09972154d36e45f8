import { sentenceOf } from '@/api/problem';
import { StaffOnly, useFoundMember } from '@/features/staff';
import { goBack } from '@/platform/navigate';
import { usePageQuery } from '@/platform/page';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { Skeleton } from '@/ui/Skeleton';
import { FoundMember } from './FoundMember';

/** Who is standing at the counter. */
export default function StaffMemberPage() {
  const { code = '' } = usePageQuery();
  return (
    <Page>
      <StaffOnly>{() => <Found code={code} />}</StaffOnly>
    </Page>
  );
}

function Found({ code }: { code: string }) {
  const { data: member, error, refetch } = useFoundMember(code);
  if (member) {
    return <FoundMember member={member} memberCode={code} />;
  }
  if (error) {
    return (
      <>
        <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
        <Button kind="quiet" block onClick={goBack}>
          回去重新扫
        </Button>
      </>
    );
  }
  return <Skeleton bones={['block', 'block', 'block']} />;
}
