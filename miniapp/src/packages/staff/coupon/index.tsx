import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import { CouponCard } from '@/features/coupons';
import {
  StaffOnly,
  useCounterCoupon,
  useCounterCoupons,
  useGivableCoupons,
  useStaff,
} from '@/features/staff';
import { say } from '@/platform/notice';
import { scan } from '@/platform/scan';
import { day } from '@/text/time';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { Page } from '@/ui/Page';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

export default function StaffCouponPage() {
  return (
    <Page>
      <StaffOnly>{() => <CouponDesk />}</StaffOnly>
    </Page>
  );
}

function CouponDesk() {
  const { store, can } = useStaff();
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState<string>();
  const scanning = useAction(async () => {
    const scanned = await scan();
    if (scanned) {
      setCode(normalized(scanned));
    }
  });
  if (!store) {
    return <ListSkeleton />;
  }
  return (
    <>
      {can('coupons.use') && (
        <>
          <Block flush>
            <View className={styles.line}>
              <Input
                className={styles.input}
                value={typed}
                placeholder="客人券上的 12 位码"
                aria-label="券码"
                maxlength={20}
                confirmType="search"
                onInput={({ detail }) => setTyped(detail.value)}
                onConfirm={() => setCode(normalized(typed))}
              />
              <Button size="small" kind="line" disabled={!typed} onClick={() => setCode(normalized(typed))}>
                查一下
              </Button>
            </View>
          </Block>
          {code ? (
            <FoundCoupon
              key={code}
              code={code}
              storeId={store.id}
              onDone={() => {
                setTyped('');
                setCode(undefined);
              }}
            />
          ) : (
            <Button block busy={scanning.busy} onClick={scanning.run}>
              <Icon name="scan" />
              扫客人的券码
            </Button>
          )}
        </>
      )}
      {can('coupons.give') && <Givable />}
    </>
  );
}

function FoundCoupon({ code, storeId, onDone }: { code: string; storeId: string; onDone: () => void }) {
  const { data: coupon, error, refetch } = useCounterCoupon(code, storeId);
  const { use } = useCounterCoupons();
  const using = useAction(
    async () => {
      await use(code, storeId);
      say('已核销');
      onDone();
    },
    { once: true },
  );
  if (!coupon) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <ListSkeleton rows={2} />
    );
  }
  return (
    <>
      <CouponCard
        terms={coupon.terms}
        note={coupon.obstacle ?? `${coupon.memberName ?? '会员'} · ${day(coupon.validTo)} 前可用`}
        faint={coupon.obstacle !== null}
      />
      <Button block busy={using.busy} disabled={coupon.obstacle !== null} onClick={using.run}>
        {coupon.obstacle ?? '核销这张券'}
      </Button>
      <Button kind="quiet" block onClick={onDone}>
        查别的码
      </Button>
    </>
  );
}

function Givable() {
  const { data: templates, error, refetch } = useGivableCoupons();
  const { give } = useCounterCoupons();
  const giving = useAction(async (templateId: string) => {
    const memberCode = await scan();
    if (memberCode) {
      const { memberName } = await give(templateId, memberCode);
      say(`已送给${memberName ?? '会员'}`);
    }
  });
  if (!templates) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <ListSkeleton rows={2} />
    );
  }
  return (
    <Block title="送客人一张券">
      {templates.length === 0 ? (
        <Empty drawing="letter" title="今天没有可以赠送的券" />
      ) : (
        templates.map((template) => (
          <CouponCard
            key={template.id}
            terms={template.terms}
            note={`今天还能送 ${template.leftToday} 张`}
            faint={template.leftToday === 0}
            action={
              <Button
                size="small"
                kind="line"
                busy={giving.busy}
                disabled={template.leftToday === 0}
                onClick={() => giving.run(template.id)}
              >
                扫码赠送
              </Button>
            }
          />
        ))
      )}
    </Block>
  );
}

/** Codes are printed in capitals and fours; people type as they like. */
function normalized(typed: string): string | undefined {
  return typed.replace(/\s/g, '').toUpperCase() || undefined;
}
