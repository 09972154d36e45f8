import type { BrandView, StoreView } from '@/api/views';
import { open, openTab } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Page } from '@/ui/Page';
import { Welcome } from './Welcome';

/** Whoever scans again is an old acquaintance, and is greeted as one. */
export function AlreadyMember({ brand, store }: { brand: BrandView; store: StoreView | null }) {
  return (
    <Page>
      <Welcome brand={brand} store={store} title="欢迎回来" text="你的会员卡一直在，到店签到还能得积分。" />
      <Button block onClick={() => open('checkIn')}>
        到店签到
      </Button>
      <Button kind="line" block onClick={() => openTab('card')}>
        出示会员卡
      </Button>
      <Button kind="quiet" block onClick={() => openTab('home')}>
        先逛逛
      </Button>
    </Page>
  );
}
