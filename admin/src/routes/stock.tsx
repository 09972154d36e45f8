import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button, Empty, Select } from 'antd';
import { useSession } from '../app/session';
import type { StockRow } from '../api/types';
import { AdjustDialog } from '../features/stock/AdjustDialog';
import { useStock } from '../features/stock/use-stock';
import { useStores } from '../features/stores/use-stores';
import { texts } from '../texts';
import { formatCount } from '../ui/format';
import { Loaded } from '../ui/Loaded';
import { PageFrame } from '../ui/PageFrame';
import { RecordList } from '../ui/RecordList';
import type { Column } from '../ui/records';

const t = texts.stock;

const COLUMNS: readonly Column<StockRow>[] = [
  { key: 'product', title: t.product, render: (row) => row.productName },
  { key: 'sku', title: t.sku, render: (row) => row.skuName },
  { key: 'onHand', title: t.onHand, align: 'end', render: (row) => formatCount(row.onHand) },
  { key: 'reserved', title: t.reserved, align: 'end', render: (row) => formatCount(row.reserved) },
  {
    key: 'available',
    title: t.available,
    align: 'end',
    render: (row) => formatCount(row.onHand - row.reserved),
  },
];

export function Page() {
  const [params, setParams] = useSearchParams();
  return (
    <PageFrame title={t.title} hint={t.hint}>
      <Loaded query={useStores()}>
        {(stores) => {
          const store = stores.find(({ id }) => id === params.get('store')) ?? stores[0];
          if (!store) {
            return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.noStores} />;
          }
          return (
            <>
              <div>
                <Select
                  showSearch
                  optionFilterProp="label"
                  aria-label={t.store}
                  value={store.id}
                  options={stores.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(id) => setParams({ store: id })}
                  style={{ minWidth: 220 }}
                />
              </div>
              <StoreStock key={store.id} storeId={store.id} />
            </>
          );
        }}
      </Loaded>
    </PageFrame>
  );
}

function StoreStock({ storeId }: { storeId: string }) {
  const { can } = useSession();
  const [row, setRow] = useState<StockRow>();
  const list = useStock(storeId);
  const adjustButton = (of: StockRow) => (
    <Button size="small" onClick={() => setRow(of)}>
      {t.adjust}
    </Button>
  );
  return (
    <>
      <RecordList
        label={t.title}
        list={list}
        columns={COLUMNS}
        rowKey={({ skuId }) => skuId}
        empty={t.empty}
        actions={can('stock.adjust') ? adjustButton : undefined}
      />
      {row && <AdjustDialog storeId={storeId} row={row} onClose={() => setRow(undefined)} />}
    </>
  );
}
