import type { ReactNode } from 'react';
import { Result } from 'antd';
import type { AdminPermission } from '@regulars/shared';
import { texts } from '../texts';
import { useSession } from './session';

/** Says so when a page is not open to this admin, instead of showing one that fails. */
export function AllowedPage({ permission, children }: { permission: AdminPermission; children: ReactNode }) {
  return useSession().can(permission) ? (
    children
  ) : (
    <Result status="403" title={texts.problem.forbiddenTitle} subTitle={texts.problem.forbiddenText} />
  );
}

/** Shows a button or a section only to those who may use it. */
export function Allowed({ to, children }: { to: AdminPermission; children: ReactNode }) {
  return useSession().can(to) ? children : null;
}
