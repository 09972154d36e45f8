import { View } from '@tarojs/components';
import type { StoreView } from '@/api/views';
import { say } from '@/platform/notice';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import { Sheet } from '@/ui/Sheet';
import styles from './StorePicker.module.scss';
import { StoreSummary } from './StoreSummary';
import { usePosition } from './use-position';

interface StorePickerProps {
  stores: readonly StoreView[];
  chosenId: string | undefined;
  onChoose: (store: StoreView) => void;
  onClose: () => void;
}

/** All stores of the brand; distances only for those who want to say where they are. */
export function StorePicker({ stores, chosenId, onChoose, onClose }: StorePickerProps) {
  const { position, ask } = usePosition();

  const askWhere = async () => {
    if (!(await ask())) {
      say('没有拿到位置，也可以直接在下面挑一家店。');
    }
  };

  return (
    <Sheet open title="选一家门店" onClose={onClose}>
      {!position && (
        <View className={styles.near}>
          <Button kind="line" block onClick={() => void askWhere()}>
            <Icon name="pin" />
            看看哪家离我最近
          </Button>
        </View>
      )}
      {stores.map((store) => (
        <View
          key={store.id}
          className={cx(styles.choice, store.id === chosenId && styles.chosen)}
          onClick={() => {
            onChoose(store);
            onClose();
          }}
        >
          <StoreSummary store={store} />
          {store.id === chosenId && <Icon name="check" className={styles.check} />}
        </View>
      ))}
    </Sheet>
  );
}
