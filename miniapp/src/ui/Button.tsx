import { Button as NativeButton } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './Button.module.scss';

export interface ButtonProps {
  children: ReactNode;
  onClick?: () => void;
  /** `primary` is the one accent of a screen. */
  kind?: 'primary' | 'line' | 'quiet' | 'danger';
  size?: 'large' | 'small';
  block?: boolean;
  disabled?: boolean;
  /** Work is on its way; a second tap does nothing. */
  busy?: boolean;
  className?: string;
}

export function Button({ children, onClick, disabled = false, busy = false, ...look }: ButtonProps) {
  return (
    <NativeButton
      className={buttonClass({ ...look, disabled, busy })}
      disabled={disabled || busy}
      onClick={(event) => {
        event.stopPropagation();
        onClick?.();
      }}
    >
      {children}
    </NativeButton>
  );
}

type Look = Omit<ButtonProps, 'children' | 'onClick'>;

/** For buttons that only the platform can make (phone, privacy) but that look like ours. */
export function buttonClass({
  kind = 'primary',
  size = 'large',
  block = false,
  disabled = false,
  busy = false,
  className,
}: Look): string {
  const state = busy ? styles.busy : disabled && styles.off;
  return cx(styles.button, styles[kind], styles[size], block && styles.block, state, className);
}
