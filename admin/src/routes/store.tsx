import { useState } from 'react';
import { useParams } from 'react-router';
import { Button, Card, Descriptions } from 'antd';
import { Allowed } from '../app/AllowedPage';
import { paths } from '../app/paths';
import { useSession } from '../app/session';
import type { Store } from '../api/types';
import { UnknownPage } from '../app/RouteProblem';
import { StoreLiveCodes } from '../features/live-codes/StoreLiveCodes';
import { ArchiveStoreButton } from '../features/stores/ArchiveStoreButton';
import { StoreDrawer } from '../features/stores/StoreDrawer';
import { useStores } from '../features/stores/use-stores';
import { texts } from '../texts';
import { Loaded } from '../ui/Loaded';
import { PageFrame } from '../ui/PageFrame';
import { useNarrow } from '../ui/use-narrow';

const t = texts.stores;

export function Page() {
  const { storeId } = useParams();
  return (
    <Loaded query={useStores()}>
      {(stores) => {
        const store = stores.find(({ id }) => id === storeId);
        return store ? <StorePage store={store} /> : <UnknownPage />;
      }}
    </Loaded>
  );
}

function StorePage({ store }: { store: Store }) {
  const { brand, can } = useSession();
  const [editing, setEditing] = useState(false);
  return (
    <PageFrame
      title={store.name}
      hint={store.archived ? t.archived : undefined}
      back={{ to: paths.page(brand.id, 'stores'), text: t.title }}
      actions={
        <Allowed to="stores.edit">
          <ArchiveStoreButton store={store} />
          <Button onClick={() => setEditing(true)}>{texts.common.edit}</Button>
        </Allowed>
      }
    >
      <Card>
        <Descriptions column={useNarrow() ? 1 : 2} items={factsOf(store)} />
      </Card>
      {can('live-codes.see') && <StoreLiveCodes storeId={store.id} closed={store.archived} />}
      <StoreDrawer store={store} open={editing} onClose={() => setEditing(false)} />
    </PageFrame>
  );
}

function factsOf(store: Store) {
  return [
    { key: 'kind', label: t.kind, children: t.kinds[store.kind] },
    { key: 'city', label: t.city, children: store.city },
    { key: 'address', label: t.address, children: store.address },
    { key: 'hours', label: t.hours, children: `${store.opensAt} – ${store.closesAt}` },
    { key: 'phone', label: t.phone, children: store.phone },
    { key: 'position', label: t.position, children: `${store.lat}, ${store.lng}` },
    { key: 'location', label: t.checkInLocation, children: t.checkInLocations[store.checkInLocation] },
    { key: 'radius', label: t.checkInRadius, children: `${store.checkInRadiusM} ${t.metres}` },
  ];
}
