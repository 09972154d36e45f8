import type { ReactNode } from 'react';
import { sentenceOf } from '@/api/problem';
import type { StaffView } from '@/api/views';
import { ErrorState } from '@/ui/ErrorState';
import { ListSkeleton } from '@/ui/Skeleton';
import { AcceptInvitation } from './AcceptInvitation';
import { useStaff } from './use-staff';

/** The workbench is for those whom the brand has invited; the server checks each of their steps again. */
export function StaffOnly({ children }: { children: (staff: StaffView) => ReactNode }) {
  const { staff, loading, error, refresh } = useStaff();
  if (staff) {
    return children(staff);
  }
  if (loading) {
    return <ListSkeleton />;
  }
  if (error) {
    return <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} />;
  }
  return <AcceptInvitation />;
}
