import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useOnline } from '@/platform/network';
import { cx } from './cx';
import { PrivacySheet } from './PrivacySheet';
import styles from './Page.module.scss';
import { useThemeStyle } from './theme';

interface PageProps {
  children: ReactNode;
  /** Stays at the bottom of the screen: the one thing to do here. */
  footer?: ReactNode;
  className?: string;
  /** Content runs to the edges; the page spaces it itself. */
  bleed?: boolean;
}

/** The ground every page stands on: the brand's colours, safe edges, word of a lost connection, the privacy sheet. */
export function Page({ children, footer, className, bleed = false }: PageProps) {
  const online = useOnline();
  const theme = useThemeStyle();
  return (
    <View className={styles.page} style={theme}>
      {!online && <View className={styles.offline}>现在没有网络，看到的内容可能不是最新的。</View>}
      <View className={cx(styles.content, !bleed && styles.padded, className)}>{children}</View>
      {footer && (
        <>
          <View className={styles.footerSpace} />
          <View className={styles.footer}>{footer}</View>
        </>
      )}
      <PrivacySheet />
    </View>
  );
}
