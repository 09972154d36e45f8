import { useState } from 'react';
import { Button, Space } from 'antd';
import { STAFF_ROLE_TEXT } from '@regulars/shared';
import { Allowed } from '../app/AllowedPage';
import { useSession } from '../app/session';
import type { StaffMember } from '../api/types';
import { InvitationDialog, type SentInvitation } from '../features/staff/InvitationDialog';
import { InviteDrawer } from '../features/staff/InviteDrawer';
import { StaffActions } from '../features/staff/StaffActions';
import { useStaff } from '../features/staff/use-staff';
import { useStores } from '../features/stores/use-stores';
import { texts } from '../texts';
import { formatInstant } from '../ui/format';
import { PageFrame } from '../ui/PageFrame';
import { RecordList } from '../ui/RecordList';
import { StatusTag } from '../ui/StatusTag';
import type { Column } from '../ui/records';

const t = texts.staff;

const COLUMNS: readonly Column<StaffMember>[] = [
  { key: 'name', title: t.name, render: (row) => row.name },
  { key: 'role', title: t.role, render: (row) => STAFF_ROLE_TEXT[row.role] },
  { key: 'stores', title: t.stores, render: (row) => row.stores.map(({ name }) => name).join('、') },
  {
    key: 'status',
    title: t.status,
    render: (row) => <StaffStatus person={row} />,
  },
];

function StaffStatus({ person }: { person: StaffMember }) {
  if (person.status === 'active') {
    return <StatusTag tone="good">{t.active}</StatusTag>;
  }
  return (
    <StatusTag tone="wait">
      {person.invitedUntil ? t.invitedUntil(formatInstant(person.invitedUntil)) : t.invitationOver}
    </StatusTag>
  );
}

export function Page() {
  const { can } = useSession();
  const [inviting, setInviting] = useState(false);
  const [sent, setSent] = useState<SentInvitation>();
  const list = useStaff();
  const stores = useStores().data ?? [];
  return (
    <PageFrame
      title={t.title}
      hint={t.hint}
      actions={
        <Allowed to="staff.edit">
          <Button type="primary" onClick={() => setInviting(true)}>
            {t.invite}
          </Button>
        </Allowed>
      }
    >
      <RecordList
        label={t.title}
        list={list}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        empty={t.empty}
        actions={
          can('staff.edit')
            ? (person) => (
                <Space>
                  <StaffActions person={person} onInvited={setSent} />
                </Space>
              )
            : undefined
        }
      />
      <InviteDrawer
        stores={stores}
        open={inviting}
        onClose={() => setInviting(false)}
        onInvited={(name, invitation) => {
          setInviting(false);
          setSent({ name, invitation });
        }}
      />
      <InvitationDialog sent={sent} onClose={() => setSent(undefined)} />
    </PageFrame>
  );
}
