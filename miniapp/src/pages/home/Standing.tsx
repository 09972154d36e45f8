import { Text, View } from '@tarojs/components';
import type { CardView } from '@/api/views';
import { useMembership } from '@/features/members';
import { open, openTab } from '@/platform/navigate';
import { formatPoints } from '@regulars/shared';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Skeleton } from '@/ui/Skeleton';
import styles from './Standing.module.scss';

interface StandingProps {
  membership: ReturnType<typeof useMembership>;
  brandId: string;
}

/** Where the customer stands with the house; the one accent of this page. */
export function Standing({ membership: { status, card, error }, brandId }: StandingProps) {
  if (card) {
    return <MemberStanding card={card} />;
  }
  // Not knowing (no network, no sign-in) must not keep anybody out: the door is shown then, too.
  if (status === 'unknown' && !error) {
    return <Skeleton bones={['block']} />;
  }
  return (
    <Block>
      <View className={styles.line}>
        <View className={styles.main}>
          <View className={styles.title}>做个老主顾</View>
          <View className={styles.note}>会员价、积分和生日礼，一张卡都有，不收费。</View>
        </View>
        <Button size="small" onClick={() => open('join', { brandId })}>
          领会员卡
        </Button>
      </View>
    </Block>
  );
}

function MemberStanding({ card }: { card: CardView }) {
  return (
    <Block>
      <View className={styles.line}>
        <View className={styles.main}>
          <View className={styles.title}>{card.tier.name}</View>
          <View className={styles.note} onClick={() => open('points')}>
            <Text className={styles.points}>{formatPoints(card.points.available)}</Text> 积分
            <Icon name="chevron" />
          </View>
        </View>
        <Button size="small" onClick={() => openTab('card')}>
          <Icon name="qr" />
          出示会员码
        </Button>
      </View>
    </Block>
  );
}
