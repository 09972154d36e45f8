import { View } from '@tarojs/components';
import { sentenceOf } from '@/api/problem';
import { StaffOnly, useStaff, useToday } from '@/features/staff';
import { open } from '@/platform/navigate';
import { useOnPullDown } from '@/platform/page';
import { clockTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

export default function TodayPage() {
  return (
    <Page>
      <StaffOnly>{() => <Today />}</StaffOnly>
    </Page>
  );
}

function Today() {
  const { store } = useStaff();
  const { data: today, error, refetch } = useToday(store?.id);
  useOnPullDown(refetch);

  if (!today) {
    return error ? <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} /> : <ListSkeleton />;
  }
  const { checkIns, pickups, redemptions } = today;
  return (
    <>
      <View className={styles.store}>{store?.name}</View>
      <View className={styles.figures}>
        <Figure value={checkIns} label="位客人到店签到" />
        <Figure value={pickups.length} label="单等着取" />
        <Figure value={redemptions.length} label="份礼品待领" />
      </View>
      <Block flush title="等着取的订单">
        {pickups.length === 0 && <View className={styles.none}>都取走了。</View>}
        {pickups.map(({ id, pickupCode, status, lines, createdAt }) => (
          <Row
            key={id}
            title={lines.map(({ name, quantity }) => `${name} × ${quantity}`).join('、')}
            note={`取货码 ${pickupCode ?? ''} · ${clockTime(createdAt)} 下单`}
            value={status === 'ready' ? '已备好' : '待准备'}
            onClick={() => open('handOver', { code: pickupCode ?? undefined })}
          />
        ))}
      </Block>
      <Block flush title="待领的礼品">
        {redemptions.length === 0 && <View className={styles.none}>没有待领的礼品。</View>}
        {redemptions.map(({ id, code, memberName, reward }) => (
          <Row
            key={id}
            title={reward.name}
            note={[memberName, `兑换码 ${code}`].filter(Boolean).join(' · ')}
            onClick={() => open('handOver', { code })}
          />
        ))}
      </Block>
    </>
  );
}

function Figure({ value, label }: { value: number; label: string }) {
  return (
    <View className={styles.figure}>
      <View className={styles.value}>{value}</View>
      <View className={styles.label}>{label}</View>
    </View>
  );
}
