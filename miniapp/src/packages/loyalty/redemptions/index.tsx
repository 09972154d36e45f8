import { REDEMPTION_STATUS_TEXT } from '@regulars/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { RedemptionView } from '@/api/views';
import { RedemptionCode, useRedeem, useRedemptions } from '@/features/loyalty';
import { MembersOnly } from '@/features/members';
import { open } from '@/platform/navigate';
import { confirm, say } from '@/platform/notice';
import { useOnPullDown } from '@/platform/page';
import { dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { Picture } from '@/ui/Picture';
import { Sheet } from '@/ui/Sheet';
import { ListSkeleton } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import styles from './index.module.scss';

export default function RedemptionsPage() {
  return (
    <Page>
      <MembersOnly text="入会以后，换到的礼品和券都在这里。">
        {(brandId) => <Redemptions brandId={brandId} />}
      </MembersOnly>
    </Page>
  );
}

function Redemptions({ brandId }: { brandId: string }) {
  const { items: redemptions, error, refresh, ...rest } = useRedemptions(brandId);
  const { cancel } = useRedeem(brandId);
  const [showing, setShowing] = useState<RedemptionView>();
  useOnPullDown(refresh);

  const cancelling = useAction(async ({ id, points }: RedemptionView) => {
    if (await confirm({ title: '取消兑换', text: `${points} 积分会原样退回。`, yes: '取消兑换' })) {
      await cancel(id);
      setShowing(undefined);
      say('积分已经退回');
    }
  });

  if (!redemptions) {
    return error ? <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} /> : <ListSkeleton />;
  }
  if (redemptions.length === 0) {
    return (
      <Empty
        drawing="lantern"
        title="还没换过东西"
        text="攒够积分，换点喜欢的。"
        action={{ label: '去看看礼品', onClick: () => open('rewards') }}
      />
    );
  }
  return (
    <>
      {redemptions.map((redemption) => {
        const { id, reward, points, status, at } = redemption;
        return (
          <Block key={id} onClick={() => status === 'ready' && setShowing(redemption)}>
            <View className={styles.line}>
              <Picture src={reward.pictureUrl} className={styles.picture} label={reward.name} />
              <View className={styles.main}>
                <View className={styles.name}>{reward.name}</View>
                <View className={styles.note}>{`${points} 积分 · ${dayAndTime(at)}`}</View>
              </View>
              <Tag tone={status === 'ready' ? 'brand' : 'plain'}>{REDEMPTION_STATUS_TEXT[status]}</Tag>
            </View>
          </Block>
        );
      })}
      <ListEnd {...rest} />
      {showing && (
        <Sheet
          open
          title={showing.reward.name}
          onClose={() => setShowing(undefined)}
          footer={
            <Button kind="quiet" block busy={cancelling.busy} onClick={() => cancelling.run(showing)}>
              不想要了，取消兑换
            </Button>
          }
        >
          <RedemptionCode redemption={showing} />
        </Sheet>
      )}
    </>
  );
}
