import type { ReactNode } from 'react';
import { sentenceOf } from '@/api/problem';
import { useBrand, useBrands } from '@/features/brand';
import { ErrorState } from '@/ui/ErrorState';
import { ListSkeleton } from '@/ui/Skeleton';
import { JoinInvitation } from './JoinInvitation';
import { useMembership } from './use-membership';

interface MembersOnlyProps {
  /** What a member would find here. */
  text: string;
  skeleton?: ReactNode;
  /** Around everything but the content, for pages whose content brings its own page. */
  frame?: (content: ReactNode) => ReactNode;
  children: (brandId: string) => ReactNode;
}

/** Shows its content to members of the brand; to others the way in, while we do not know a quiet skeleton. */
export function MembersOnly({
  text,
  skeleton = <ListSkeleton />,
  frame = (content) => content,
  children,
}: MembersOnlyProps) {
  const brands = useBrands();
  const brand = useBrand();
  const membership = useMembership(brand?.id);

  if (brand && membership.status === 'member') {
    return children(brand.id);
  }
  if (brand && membership.status === 'visitor') {
    return frame(<JoinInvitation brandId={brand.id} text={text} />);
  }
  const broken = brand ? membership : brands;
  if (broken.error) {
    const retry = () => void (brand ? membership.refresh() : brands.refetch());
    return frame(<ErrorState text={sentenceOf(broken.error)} onRetry={retry} />);
  }
  return frame(skeleton);
}
