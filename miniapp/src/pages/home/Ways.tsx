import { View } from '@tarojs/components';
import { open, openTab } from '@/platform/navigate';
import { Icon, type IconName } from '@/ui/Icon';
import styles from './Ways.module.scss';

const WAYS: readonly { icon: IconName; label: string; go: () => void }[] = [
  { icon: 'bag', label: '选购', go: () => openTab('shop') },
  { icon: 'scan', label: '到店签到', go: () => open('checkIn') },
  { icon: 'gift', label: '积分兑礼', go: () => open('rewards') },
  { icon: 'receipt', label: '我的订单', go: () => open('orders') },
];

/** What people come for, one tap away. */
export function Ways() {
  return (
    <View className={styles.ways}>
      {WAYS.map(({ icon, label, go }) => (
        <View key={label} className={styles.way} onClick={go}>
          <Icon name={icon} className={styles.icon} />
          <View>{label}</View>
        </View>
      ))}
    </View>
  );
}
