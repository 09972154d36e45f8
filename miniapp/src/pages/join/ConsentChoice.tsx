import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { open } from '@/platform/navigate';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import styles from './ConsentChoice.module.scss';

interface ConsentChoiceProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  /** Leads to the text that is agreed to. */
  withGuide?: boolean;
}

/** Never ticked beforehand. */
export function ConsentChoice({ checked, onChange, children, withGuide = false }: ConsentChoiceProps) {
  return (
    <View className={styles.choice} onClick={() => onChange(!checked)}>
      <View className={cx(styles.box, checked && styles.checked)} aria-checked={checked} role="checkbox">
        {checked && <Icon name="check" />}
      </View>
      <View className={styles.text}>
        {children}
        {withGuide && (
          <Text
            className={styles.link}
            onClick={(event) => {
              event.stopPropagation();
              open('privacy');
            }}
          >
            看看写了什么
          </Text>
        )}
      </View>
    </View>
  );
}
