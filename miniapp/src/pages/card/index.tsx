import { useBrand } from '@/features/brand';
import { CodePanel, MemberCard } from '@/features/card';
import { MembersOnly, useMe, useMembership } from '@/features/members';
import { useVisible } from '@/platform/page';
import { Block } from '@/ui/Block';
import { Page } from '@/ui/Page';
import { Skeleton } from '@/ui/Skeleton';
import { Benefits } from './Benefits';
import { Progress } from './Progress';

export default function CardPage() {
  return (
    <Page>
      <MembersOnly
        text="领一张会员卡，结账出示就是会员价，积分自动记上。"
        skeleton={<Skeleton bones={['card', 'square']} />}
      >
        {(brandId) => <Card brandId={brandId} />}
      </MembersOnly>
    </Page>
  );
}

function Card({ brandId }: { brandId: string }) {
  const brand = useBrand();
  const { card } = useMembership(brandId);
  const me = useMe();
  const visible = useVisible();
  if (!brand || !card) {
    return null;
  }
  return (
    <>
      <MemberCard brand={brand} card={card} name={me.data?.name ?? null} />
      {/* A code nobody looks at is not renewed. */}
      <Block flush>{visible && <CodePanel brandId={brandId} />}</Block>
      <Progress card={card} />
      <Benefits card={card} />
    </>
  );
}
