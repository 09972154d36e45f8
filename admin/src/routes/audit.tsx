import { Link } from 'react-router';
import { useBrandId } from '../app/session';
import type { AuditEntry } from '../api/types';
import { actionText, detailText, subjectKind, subjectPath } from '../features/audit/audit-text';
import { useAudit } from '../features/audit/use-audit';
import { texts } from '../texts';
import { PageFrame } from '../ui/PageFrame';
import { RecordList } from '../ui/RecordList';
import type { Column } from '../ui/records';
import { Moment, TextOrNone } from '../ui/values';

const t = texts.audit;

const COLUMNS: readonly Column<AuditEntry>[] = [
  { key: 'action', title: t.action, render: (row) => actionText(row.action) },
  { key: 'actor', title: t.actor, render: (row) => row.actor },
  { key: 'subject', title: t.subject, render: (row) => <Subject subject={row.subject} /> },
  { key: 'detail', title: t.detail, render: (row) => <TextOrNone text={detailText(row.detail)} /> },
  { key: 'at', title: t.at, render: (row) => <Moment at={row.at} /> },
];

export function Page() {
  return (
    <PageFrame title={t.title} hint={t.hint}>
      <RecordList
        label={t.title}
        list={useAudit()}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        empty={t.empty}
      />
    </PageFrame>
  );
}

function Subject({ subject }: { subject: string }) {
  const path = subjectPath(subject, useBrandId());
  const kind = subjectKind(subject);
  return path ? <Link to={path}>{kind}</Link> : <TextOrNone text={kind} />;
}
