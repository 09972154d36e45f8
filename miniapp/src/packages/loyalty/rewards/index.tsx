import { formatPoints } from '@regulars/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { RedemptionView, RewardView } from '@/api/views';
import { useBrand, useBrands } from '@/features/brand';
import { useRedeem, useRewards } from '@/features/loyalty';
import { useMembership } from '@/features/members';
import { open } from '@/platform/navigate';
import { useOnPullDown } from '@/platform/page';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { Page } from '@/ui/Page';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';
import { RedeemedSheet } from './RedeemedSheet';
import { RewardCard } from './RewardCard';
import { RewardSheet } from './RewardSheet';

/** Open to everybody: what points are good for is a reason to join. */
export default function RewardsPage() {
  const brands = useBrands();
  const brand = useBrand();
  if (brand) {
    return (
      <Page>
        <Shelf brandId={brand.id} />
      </Page>
    );
  }
  return (
    <Page>
      {brands.error ? (
        <ErrorState text={sentenceOf(brands.error)} onRetry={() => void brands.refetch()} />
      ) : (
        <ListSkeleton />
      )}
    </Page>
  );
}

function Shelf({ brandId }: { brandId: string }) {
  const { status, card } = useMembership(brandId);
  const { data: rewards, error, refetch } = useRewards(brandId, status);
  const { redeem } = useRedeem(brandId);
  const [looking, setLooking] = useState<RewardView>();
  const [redeemed, setRedeemed] = useState<RedemptionView>();
  useOnPullDown(refetch);

  const redeeming = useAction(async (rewardId: string) => {
    setRedeemed(await redeem(rewardId));
    setLooking(undefined);
  });

  if (!rewards) {
    return error ? <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} /> : <ListSkeleton />;
  }
  if (rewards.length === 0) {
    return <Empty drawing="lantern" title="礼品架还空着" text="积分先攒着，新礼品很快就来。" />;
  }
  return (
    <>
      <View className={styles.head}>
        <View>{card ? `你有 ${formatPoints(card.points.available)} 积分` : '积分能换这些'}</View>
        {card && (
          <View className={styles.mine} onClick={() => open('redemptions')}>
            我的兑换
            <Icon name="chevron" />
          </View>
        )}
      </View>
      <View className={styles.grid}>
        {rewards.map((reward) => (
          <RewardCard key={reward.id} reward={reward} onOpen={() => setLooking(reward)} />
        ))}
      </View>
      {looking && (
        <RewardSheet
          reward={looking}
          visitor={status === 'visitor'}
          busy={redeeming.busy}
          onRedeem={() => redeeming.run(looking.id)}
          onJoin={() => open('join', { brandId, back: 'yes' })}
          onClose={() => setLooking(undefined)}
        />
      )}
      {redeemed && <RedeemedSheet redemption={redeemed} onClose={() => setRedeemed(undefined)} />}
    </>
  );
}
