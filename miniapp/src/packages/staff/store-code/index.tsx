import { View } from '@tarojs/components';
import { sentenceOf } from '@/api/problem';
import { StaffOnly, useStaff, useStoreCode } from '@/features/staff';
import { useNow } from '@/text/use-now';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { QrCode } from '@/ui/QrCode';
import { Skeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

/** Stands on the counter: large, and never older than the server allows. */
export default function StoreCodePage() {
  return (
    <Page className={styles.page}>
      <StaffOnly>{() => <StoreCode />}</StaffOnly>
    </Page>
  );
}

function StoreCode() {
  const now = useNow(1000);
  const { store } = useStaff();
  const { data, error, refetch } = useStoreCode(store?.id);
  const valid = data !== undefined && Date.parse(data.expiresAt) > now;

  return (
    <View className={styles.sign}>
      <View className={styles.title}>扫一扫，签到得积分</View>
      <View className={styles.store}>{store?.name}</View>
      <View className={styles.code}>
        {valid && <QrCode text={data.code} size="large" />}
        {!valid && error && <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />}
        {!valid && !error && <Skeleton bones={['square']} />}
      </View>
      <View className={styles.store}>打开会员卡小程序，点“到店签到”</View>
    </View>
  );
}
