import { useState } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { GUARANTEE_KIND_TEXT } from '@regulars/shared';
import { api } from '../api/api';
import { keys } from '../api/keys';
import type { Guarantee } from '../api/types';
import { Allowed } from '../app/AllowedPage';
import { useBrandId, useSession } from '../app/session';
import { GuaranteeDrawer } from '../features/guarantees/GuaranteeDrawer';
import { ReturnWindows } from '../features/guarantees/ReturnWindows';
import { texts } from '../texts';
import { PageFrame } from '../ui/PageFrame';
import { RecordList } from '../ui/RecordList';
import { StatusTag } from '../ui/StatusTag';
import type { Column } from '../ui/records';
import { wholeList } from '../ui/use-keyset-list';

const t = texts.guarantees;

const COLUMNS: readonly Column<Guarantee>[] = [
  { key: 'title', title: t.name, render: (row) => row.title },
  { key: 'kind', title: t.kind, render: (row) => GUARANTEE_KIND_TEXT[row.kind] },
  { key: 'text', title: t.text, render: (row) => row.text },
  { key: 'hours', title: t.hours, align: 'end', render: (row) => row.hours },
  { key: 'rate', title: t.rate, align: 'end', render: rateText },
  {
    key: 'active',
    title: t.active,
    render: (row) => (
      <StatusTag tone={row.active ? 'good' : 'calm'}>{row.active ? t.activeYes : t.activeNo}</StatusTag>
    ),
  },
];

export function Page() {
  const brandId = useBrandId();
  const { can } = useSession();
  const [creating, setCreating] = useState(false);
  const [edited, setEdited] = useState<Guarantee>();
  const query = useQuery({
    queryKey: keys.guarantees(brandId),
    queryFn: async () => (await api.get('/api/admin/guarantees', { query: { brandId } })).items,
  });
  return (
    <PageFrame
      title={t.title}
      hint={t.hint}
      actions={
        <Allowed to="guarantees.edit">
          <Button type="primary" onClick={() => setCreating(true)}>
            {t.create}
          </Button>
        </Allowed>
      }
    >
      <RecordList
        label={t.title}
        list={wholeList(query)}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        empty={t.empty}
        actions={
          can('guarantees.edit')
            ? (row) => (
                <Button size="small" onClick={() => setEdited(row)}>
                  {texts.common.edit}
                </Button>
              )
            : undefined
        }
      />
      <ReturnWindows />
      {creating && <GuaranteeDrawer onClose={() => setCreating(false)} />}
      {edited && <GuaranteeDrawer guarantee={edited} onClose={() => setEdited(undefined)} />}
    </PageFrame>
  );
}

function rateText({ kept, broken }: Guarantee): string {
  const all = kept + broken;
  return all === 0 ? t.noRate : t.rateText(Math.floor((kept * 100) / all), all);
}
