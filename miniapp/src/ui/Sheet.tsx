import { Popup } from '@nutui/nutui-react-taro';
import { ScrollView, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './Sheet.module.scss';
import { useThemeStyle } from './theme';

interface SheetProps {
  open: boolean;
  title: string;
  children: ReactNode;
  footer?: ReactNode;
  onClose: () => void;
}

/** Comes up from the bottom, goes by a tap beside it. */
export function Sheet({ open, title, children, footer, onClose }: SheetProps) {
  const theme = useThemeStyle();
  return (
    <Popup
      visible={open}
      position="bottom"
      round
      closeable
      // NutUI draws its own with an HTML tag that no WeChat template knows.
      closeIcon={<Icon name="close" />}
      title={title}
      lockScroll
      onClose={onClose}
      style={theme}
    >
      <ScrollView scrollY className={styles.body}>
        {children}
      </ScrollView>
      {footer && <View className={styles.footer}>{footer}</View>}
    </Popup>
  );
}
