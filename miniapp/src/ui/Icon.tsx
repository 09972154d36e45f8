import { View } from '@tarojs/components';
import { cx } from './cx';

export type IconName =
  | 'bag'
  | 'bell'
  | 'cake'
  | 'check'
  | 'chevron'
  | 'clock'
  | 'close'
  | 'coin'
  | 'gift'
  | 'home'
  | 'info'
  | 'lock'
  | 'minus'
  | 'person'
  | 'phone'
  | 'pin'
  | 'plus'
  | 'qr'
  | 'receipt'
  | 'refresh'
  | 'scan'
  | 'shield'
  | 'store'
  | 'trash'
  | 'truck';

/** As large as the text beside it, in its colour. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <View className={cx('icon', `icon-${name}`, className)} />;
}
