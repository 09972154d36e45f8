import { View } from '@tarojs/components';
import { sentenceOf } from '@/api/problem';
import { usePoints, usePointsEntries } from '@/features/loyalty';
import { MembersOnly } from '@/features/members';
import { open } from '@/platform/navigate';
import { useOnPullDown } from '@/platform/page';
import { formatPoints } from '@regulars/shared';
import { dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { PointsAmount } from '@/ui/PointsAmount';
import { ListSkeleton, Skeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

export default function PointsPage() {
  return (
    <Page>
      <MembersOnly text="入会以后，每次消费和到店都能攒积分。">
        {(brandId) => (
          <>
            <Balance brandId={brandId} />
            <Statement brandId={brandId} />
          </>
        )}
      </MembersOnly>
    </Page>
  );
}

function Balance({ brandId }: { brandId: string }) {
  const { data: points, error, refetch } = usePoints(brandId);
  if (!points) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <Skeleton bones={['block']} />
    );
  }
  return (
    <View className={styles.balance}>
      <PointsAmount points={points.available} size="hero" className={styles.figure} />
      {points.pending > 0 && (
        <View>{`还有 ${formatPoints(points.pending)} 积分在路上，订单完成后到账。`}</View>
      )}
      {points.debt > 0 && (
        <View>{`因为退款，还欠 ${formatPoints(points.debt)} 积分，会从以后的积分里补上。`}</View>
      )}
      <View className={styles.shelf}>
        <Button kind="line" size="small" onClick={() => open('rewards')}>
          去兑礼
        </Button>
      </View>
    </View>
  );
}

function Statement({ brandId }: { brandId: string }) {
  const { items, error, refresh, ...rest } = usePointsEntries(brandId);
  useOnPullDown(refresh);

  if (!items) {
    return error ? <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} /> : <ListSkeleton />;
  }
  if (items.length === 0) {
    return <Empty drawing="letter" title="还没有积分记录" text="第一笔，从下一次光临开始。" />;
  }
  return (
    <>
      <Block flush title="积分明细">
        {items.map(({ id, text, at, amount, balanceAfter }) => (
          <View key={id} className={styles.entry}>
            <View className={styles.what}>
              <View>{text}</View>
              <View className={styles.at}>{dayAndTime(at)}</View>
            </View>
            <View className={styles.change}>
              <View className={cx(styles.amount, amount > 0 && styles.earned)}>
                {`${amount > 0 ? '+' : ''}${formatPoints(amount)}`}
              </View>
              <View className={styles.at}>{`余 ${formatPoints(balanceAfter)}`}</View>
            </View>
          </View>
        ))}
      </Block>
      <ListEnd {...rest} />
    </>
  );
}
