import { View } from '@tarojs/components';
import type { CategoryView } from '@/api/views';
import { cx } from '@/ui/cx';
import styles from './CategoryRail.module.scss';

interface CategoryRailProps {
  categories: readonly CategoryView[];
  chosenId: string | undefined;
  onChoose: (categoryId: string | undefined) => void;
}

/** The side bar: the roots, and below the one that is open its children. */
export function CategoryRail({ categories, chosenId, onChoose }: CategoryRailProps) {
  const open = lineOf(categories, chosenId);
  const shown = (parentId: string | null, level: number): { category: CategoryView; level: number }[] =>
    categories
      .filter((category) => category.parentId === parentId)
      .flatMap((category) => [
        { category, level },
        ...(open.includes(category.id) ? shown(category.id, level + 1) : []),
      ]);
  return (
    <View className={styles.rail}>
      <View
        className={cx(styles.category, chosenId === undefined && styles.current)}
        onClick={() => onChoose(undefined)}
      >
        全部
      </View>
      {shown(null, 0).map(({ category: { id, name }, level }) => (
        <View
          key={id}
          className={cx(styles.category, level > 0 && styles.below, id === chosenId && styles.current)}
          onClick={() => onChoose(id)}
        >
          {name}
        </View>
      ))}
    </View>
  );
}

/** The category and those above it. */
function lineOf(categories: readonly CategoryView[], id: string | null | undefined): string[] {
  const found = categories.find((category) => category.id === id);
  return found ? [found.id, ...lineOf(categories, found.parentId)] : [];
}
