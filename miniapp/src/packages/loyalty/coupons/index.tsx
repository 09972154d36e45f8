import { COUPON_STATE_TEXT } from '@regulars/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { CouponsShown, CouponView } from '@/api/views';
import { CouponCard, useCouponActions, useCoupons, validText } from '@/features/coupons';
import { MembersOnly } from '@/features/members';
import { address, open, openTab } from '@/platform/navigate';
import { copyText } from '@/platform/notice';
import { useOnPullDown } from '@/platform/page';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { QrCode } from '@/ui/QrCode';
import { Sheet } from '@/ui/Sheet';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

const TABS: readonly { shown: CouponsShown; label: string }[] = [
  { shown: 'usable', label: '可使用' },
  { shown: 'used', label: '已使用' },
  { shown: 'expired', label: '已过期' },
];

export default function CouponsPage() {
  return (
    <Page>
      <MembersOnly text="入会以后，领到的券都在这里。">
        {(brandId) => <Coupons brandId={brandId} />}
      </MembersOnly>
    </Page>
  );
}

function Coupons({ brandId }: { brandId: string }) {
  const [shown, setShown] = useState<CouponsShown>('usable');
  return (
    <>
      <View className={styles.tabs}>
        {TABS.map((tab) => (
          <View
            key={tab.shown}
            className={cx(styles.tab, tab.shown === shown && styles.chosen)}
            onClick={() => setShown(tab.shown)}
          >
            {tab.label}
          </View>
        ))}
        <View className={styles.more} onClick={() => open('couponCentre')}>
          去领券
          <Icon name="chevron" />
        </View>
      </View>
      <CouponList key={shown} brandId={brandId} shown={shown} />
    </>
  );
}

function CouponList({ brandId, shown }: { brandId: string; shown: CouponsShown }) {
  const { items, error, refresh, ...rest } = useCoupons(brandId, shown);
  const [looking, setLooking] = useState<CouponView>();
  useOnPullDown(refresh);

  if (!items) {
    return error ? <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} /> : <ListSkeleton />;
  }
  if (items.length === 0) {
    return shown === 'usable' ? (
      <Empty
        drawing="letter"
        title="还没有能用的券"
        text="领券中心里也许有你喜欢的。"
        action={{ label: '去领券', onClick: () => open('couponCentre') }}
      />
    ) : (
      <Empty drawing="letter" title="这里还是空的" />
    );
  }
  return (
    <>
      {items.map((coupon) => (
        <CouponCard
          key={coupon.id}
          terms={coupon.terms}
          note={
            coupon.state === 'available'
              ? validText(coupon.validFrom, coupon.validTo)
              : COUPON_STATE_TEXT[coupon.state]
          }
          faint={coupon.state !== 'available'}
          onClick={() => coupon.state === 'available' && setLooking(coupon)}
        />
      ))}
      <ListEnd {...rest} />
      {looking && <CouponSheet coupon={looking} onClose={() => setLooking(undefined)} />}
    </>
  );
}

function CouponSheet({ coupon, onClose }: { coupon: CouponView; onClose: () => void }) {
  const { offer } = useCouponActions();
  const giving = useAction(async () => {
    const { token } = await offer(coupon.id);
    await copyText(address('couponGift', { token }), '赠券链接已复制，发给朋友，先领先得');
  });
  return (
    <Sheet
      open
      title={coupon.terms.name}
      onClose={onClose}
      footer={
        coupon.transferable ? (
          <Button kind="quiet" block busy={giving.busy} onClick={giving.run}>
            送给朋友
          </Button>
        ) : undefined
      }
    >
      <View className={styles.sheet}>
        {coupon.code ? (
          <>
            <QrCode text={coupon.code} />
            <View className={styles.code}>{inFours(coupon.code)}</View>
            <View className={styles.hint}>到店给店员扫这个码，也可以在下单时使用。</View>
          </>
        ) : (
          <Button
            onClick={() => {
              onClose();
              openTab('shop');
            }}
          >
            去下单使用
          </Button>
        )}
        <View className={styles.hint}>{coupon.terms.description}</View>
        <View className={styles.hint}>{validText(coupon.validFrom, coupon.validTo)}</View>
      </View>
    </Sheet>
  );
}

/** As people read numbers out. */
function inFours(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
