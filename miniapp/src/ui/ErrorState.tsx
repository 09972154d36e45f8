import { View } from '@tarojs/components';
import { Button } from './Button';
import { Drawing } from './Drawing';
import styles from './states.module.scss';

interface ErrorStateProps {
  /** What happened, in a sentence for people. */
  text: string;
  onRetry: () => void;
}

export function ErrorState({ text, onRetry }: ErrorStateProps) {
  return (
    <View className={styles.state}>
      <Drawing name="umbrella" />
      <View className={styles.title}>没能打开</View>
      <View className={styles.text}>{text}</View>
      <Button kind="line" onClick={onRetry}>
        再试一次
      </Button>
    </View>
  );
}
