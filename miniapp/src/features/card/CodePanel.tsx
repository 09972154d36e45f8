import { View } from '@tarojs/components';
import { sentenceOf } from '@/api/problem';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { QrCode } from '@/ui/QrCode';
import { Skeleton } from '@/ui/Skeleton';
import styles from './CodePanel.module.scss';
import { useCardCode } from './use-card-code';

/** What the till scans. */
export function CodePanel({ brandId }: { brandId: string }) {
  const { code, error, refreshing, refresh } = useCardCode(brandId);

  if (!code && !error) {
    return (
      <View className={styles.panel}>
        <Skeleton bones={['square']} className={styles.waiting} />
      </View>
    );
  }
  return (
    <View className={styles.panel}>
      {code ? (
        <QrCode text={code} />
      ) : (
        <View className={styles.missing}>
          <View>{sentenceOf(error)}</View>
          <View>也可以把卡号报给店员。</View>
        </View>
      )}
      <View className={styles.hint}>
        {code && error ? '现在没有网络，这个码还能用一小会儿。' : '结账、签到时给店员扫，码会自己更新。'}
      </View>
      <Button kind="quiet" size="small" busy={refreshing} onClick={() => void refresh()}>
        <Icon name="refresh" />
        换一个码
      </Button>
    </View>
  );
}
