import { View } from '@tarojs/components';
import styles from './ListEnd.module.scss';

interface ListEndProps {
  more: boolean;
  loadingMore: boolean;
  loadMore: () => void;
}

/** What stands under a list: the way to more of it, or its end. */
export function ListEnd({ more, loadingMore, loadMore }: ListEndProps) {
  return (
    <View className={styles.end} onClick={more ? loadMore : undefined}>
      {more ? (loadingMore ? '正在取更多…' : '点这里看更多') : '就这些了'}
    </View>
  );
}
