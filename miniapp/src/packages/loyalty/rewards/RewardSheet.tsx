import { formatPoints } from '@regulars/shared';
import { View } from '@tarojs/components';
import type { RewardView } from '@/api/views';
import { Button } from '@/ui/Button';
import { Picture } from '@/ui/Picture';
import { PointsAmount } from '@/ui/PointsAmount';
import { Sheet } from '@/ui/Sheet';
import styles from './RewardSheet.module.scss';

interface RewardSheetProps {
  reward: RewardView;
  visitor: boolean;
  busy: boolean;
  onRedeem: () => void;
  onJoin: () => void;
  onClose: () => void;
}

/** What it is and what it takes, before points are spent. */
export function RewardSheet({ reward, visitor, busy, onRedeem, onJoin, onClose }: RewardSheetProps) {
  return (
    <Sheet
      open
      title={reward.kind === 'gift' ? '兑换礼品' : '兑换优惠券'}
      onClose={onClose}
      footer={
        visitor ? (
          <Button block onClick={onJoin}>
            免费入会，开始攒积分
          </Button>
        ) : (
          <Button block busy={busy} disabled={!reward.redeemable} onClick={onRedeem}>
            {reward.redeemable
              ? `用 ${formatPoints(reward.points)} 积分换它`
              : (reward.reason ?? '现在还不能兑换')}
          </Button>
        )
      }
    >
      <Picture src={reward.pictureUrl} className={styles.picture} label={reward.name} />
      <View className={styles.name}>{reward.name}</View>
      <PointsAmount points={reward.points} size="large" className={styles.points} />
      <View className={styles.text}>{reward.description}</View>
      {reward.perMemberLimit !== null && (
        <View className={styles.text}>{`每人最多兑换 ${reward.perMemberLimit} 份。`}</View>
      )}
      <View className={styles.text}>兑换后没领走之前，随时可以取消，积分原样退回。</View>
    </Sheet>
  );
}
