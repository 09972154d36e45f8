import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Button, Segmented } from 'antd';
import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { paths } from '../app/paths';
import { UnknownPage } from '../app/RouteProblem';
import { useBrandProfile, useSession } from '../app/session';
import type { LiveCode, Store } from '../api/types';
import { PAPER_SIZES, PrintSheet, type PaperSize } from '../features/live-codes/PrintSheet';
import { useLiveCodes } from '../features/live-codes/use-live-codes';
import { useStores } from '../features/stores/use-stores';
import { texts } from '../texts';
import { Loaded } from '../ui/Loaded';
import { useDocumentTitle } from '../ui/PageFrame';

const t = texts.liveCodes;
const SIZE_OPTIONS = PAPER_SIZES.map((size) => ({ value: size, label: t.sizes[size] }));

/** Outside the shell: what is on this page goes onto paper. */
export function Page() {
  useDocumentTitle(t.sheetTitle);
  const { storeId = '', liveCodeId } = useParams();
  const codes = useLiveCodes(storeId);
  return (
    <Loaded query={useStores()}>
      {(stores) => (
        <Loaded query={codes}>
          {(found) => {
            const store = stores.find(({ id }) => id === storeId);
            const code = found.find(({ id }) => id === liveCodeId);
            return store && code ? <Sheet store={store} code={code} /> : <UnknownPage />;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function Sheet({ store, code }: { store: Store; code: LiveCode }) {
  const { brand } = useSession();
  const logoUrl = useBrandProfile(brand.id).data?.logoUrl;
  const [size, setSize] = useState<PaperSize>('A5');
  return (
    <>
      <div className="sheet-bar">
        <Link to={paths.store(brand.id, store.id)}>
          <ArrowLeftOutlined /> {texts.common.back}
        </Link>
        <Segmented options={SIZE_OPTIONS} value={size} onChange={setSize} aria-label={t.size} />
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t.printNow}
        </Button>
        <span>{t.sheetHint}</span>
      </div>
      <main className="sheet-desk">
        <PrintSheet code={code} brandName={brand.name} logoUrl={logoUrl} storeName={store.name} size={size} />
      </main>
    </>
  );
}
