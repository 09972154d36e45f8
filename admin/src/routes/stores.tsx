import { useState } from 'react';
import { Link } from 'react-router';
import { Button, Tag } from 'antd';
import { Allowed } from '../app/AllowedPage';
import { paths } from '../app/paths';
import { useBrandId } from '../app/session';
import type { Store } from '../api/types';
import { StoreDrawer } from '../features/stores/StoreDrawer';
import { useStores } from '../features/stores/use-stores';
import { texts } from '../texts';
import { PageFrame } from '../ui/PageFrame';
import { RecordList } from '../ui/RecordList';
import type { Column } from '../ui/records';
import { wholeList } from '../ui/use-keyset-list';

const t = texts.stores;

const FACTS: readonly Column<Store>[] = [
  { key: 'city', title: t.city, render: (row) => row.city },
  { key: 'address', title: t.address, render: (row) => row.address },
  { key: 'hours', title: t.hours, render: (row) => `${row.opensAt} – ${row.closesAt}` },
  { key: 'phone', title: t.phone, render: (row) => row.phone },
];

export function Page() {
  const brandId = useBrandId();
  const stores = useStores();
  const [creating, setCreating] = useState(false);
  const name: Column<Store> = {
    key: 'name',
    title: t.name,
    render: (row) => (
      <>
        <Link to={paths.store(brandId, row.id)}>{row.name}</Link> {row.archived && <Tag>{t.archived}</Tag>}
      </>
    ),
  };
  return (
    <PageFrame
      title={t.title}
      hint={t.hint}
      actions={
        <Allowed to="stores.edit">
          <Button type="primary" onClick={() => setCreating(true)}>
            {t.create}
          </Button>
        </Allowed>
      }
    >
      <RecordList
        label={t.title}
        list={wholeList(stores)}
        columns={[name, ...FACTS]}
        rowKey={(row) => row.id}
        empty={t.empty}
      />
      <StoreDrawer open={creating} onClose={() => setCreating(false)} />
    </PageFrame>
  );
}
