import { Link, useNavigate } from 'react-router';
import { Button, Popconfirm } from 'antd';
import { api } from '../api/api';
import type { Segment } from '../api/types';
import { Allowed } from '../app/AllowedPage';
import { paths } from '../app/paths';
import { useBrandId, useSession } from '../app/session';
import { useSegments, useSegmentsChanged } from '../features/segments/use-segments';
import { texts } from '../texts';
import { formatCount } from '../ui/format';
import { PageFrame } from '../ui/PageFrame';
import { RecordList } from '../ui/RecordList';
import type { Column } from '../ui/records';
import { StatusTag } from '../ui/StatusTag';
import { useAction } from '../ui/use-action';
import { useDone } from '../ui/use-done';
import { Moment } from '../ui/values';

const t = texts.segments;

const FACTS: readonly Column<Segment>[] = [
  {
    key: 'kind',
    title: t.kind,
    render: (row) => (
      <StatusTag tone={row.kind === 'dynamic' ? 'good' : 'calm'}>{t.kinds[row.kind]}</StatusTag>
    ),
  },
  { key: 'members', title: t.members, align: 'end', render: (row) => formatCount(row.members) },
  { key: 'countedAt', title: t.countedAt, render: (row) => <Moment at={row.countedAt} /> },
  { key: 'version', title: t.version, align: 'end', render: (row) => row.version },
];

export function Page() {
  const brandId = useBrandId();
  const { can } = useSession();
  const navigate = useNavigate();
  const name: Column<Segment> = {
    key: 'name',
    title: t.name,
    render: (row) => <Link to={paths.segment(brandId, row.id)}>{row.name}</Link>,
  };
  return (
    <PageFrame
      title={t.title}
      hint={t.hint}
      actions={
        <Allowed to="segments.see">
          <Button type="primary" onClick={() => void navigate(paths.segment(brandId))}>
            {t.create}
          </Button>
        </Allowed>
      }
    >
      <RecordList
        label={t.title}
        list={useSegments()}
        columns={[name, ...FACTS]}
        rowKey={(row) => row.id}
        empty={t.empty}
        actions={can('segments.edit') ? (row) => <ArchiveButton segment={row} /> : undefined}
      />
    </PageFrame>
  );
}

function ArchiveButton({ segment }: { segment: Segment }) {
  const segmentsChanged = useSegmentsChanged();
  const done = useDone();
  const archive = useAction(async () => {
    await api.delete('/api/admin/segments/{id}', { path: { id: segment.id } });
    await segmentsChanged();
    done(t.archived(segment.name));
  });
  return (
    <Popconfirm title={t.archiveTitle(segment.name)} description={t.archiveHint} onConfirm={archive.run}>
      <Button size="small" loading={archive.busy}>
        {t.archive}
      </Button>
    </Popconfirm>
  );
}
