import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';
import styles from './Row.module.scss';

interface RowProps {
  icon?: IconName;
  title: ReactNode;
  note?: ReactNode;
  value?: ReactNode;
  onClick?: () => void;
}

/** One line of a list; with `onClick` it leads somewhere. */
export function Row({ icon, title, note, value, onClick }: RowProps) {
  return (
    <View className={cx(styles.row, onClick && styles.tappable)} onClick={onClick}>
      {icon && <Icon name={icon} className={styles.icon} />}
      <View className={styles.main}>
        <View>{title}</View>
        {note && <View className={styles.note}>{note}</View>}
      </View>
      <View className={styles.value}>{value}</View>
      {onClick && <Icon name="chevron" className={styles.chevron} />}
    </View>
  );
}
