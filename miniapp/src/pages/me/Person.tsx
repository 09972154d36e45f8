import { View } from '@tarojs/components';
import type { MeView } from '@/api/views';
import { open } from '@/platform/navigate';
import { daysSince } from '@/text/time';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import styles from './Person.module.scss';

interface PersonProps {
  me: MeView;
  brandId: string | undefined;
}

export function Person({ me, brandId }: PersonProps) {
  const membership = me.memberships.find((one) => one.brandId === brandId);
  if (!membership) {
    return (
      <View className={styles.person}>
        <Face />
        <View className={styles.main}>
          <View className={styles.name}>你好，新朋友</View>
          <View className={styles.note}>不入会也能随便逛。</View>
        </View>
        <Button size="small" onClick={() => open('join', { brandId })}>
          领会员卡
        </Button>
      </View>
    );
  }
  return (
    <View className={styles.person} onClick={() => open('profile')}>
      <Face />
      <View className={styles.main}>
        <View className={styles.name}>{me.name ?? '老主顾'}</View>
        <View className={styles.note}>
          {`${me.phoneMasked ?? '还没留手机号'} · 相识第 ${daysSince(membership.joinedAt)} 天`}
        </View>
      </View>
      <Icon name="chevron" className={styles.chevron} />
    </View>
  );
}

function Face() {
  return (
    <View className={styles.face}>
      <Icon name="person" />
    </View>
  );
}
