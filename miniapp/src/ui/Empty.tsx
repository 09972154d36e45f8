import { View } from '@tarojs/components';
import { Button } from './Button';
import { Drawing, type DrawingName } from './Drawing';
import styles from './states.module.scss';

interface EmptyProps {
  drawing: DrawingName;
  title: string;
  text?: string;
  action?: { label: string; onClick: () => void };
}

export function Empty({ drawing, title, text, action }: EmptyProps) {
  return (
    <View className={styles.state}>
      <Drawing name={drawing} />
      <View className={styles.title}>{title}</View>
      <View className={styles.text}>{text}</View>
      {action && (
        <Button kind="line" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </View>
  );
}
