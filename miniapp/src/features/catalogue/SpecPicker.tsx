import { View } from '@tarojs/components';
import type { ProductView, SkuView } from '@/api/views';
import { cx } from '@/ui/cx';
import { choose, isFree, skuOf } from './spec-choice';
import styles from './SkuSheet.module.scss';

interface SpecPickerProps {
  product: ProductView;
  sku: SkuView | undefined;
  onChoose: (skuId: string) => void;
}

/** Which variant: one choice in each dimension, or a name where there are none. */
export function SpecPicker({ product: { specs, skus }, sku, onChoose }: SpecPickerProps) {
  if (specs.length === 0) {
    return (
      <View className={styles.choices}>
        {skus.map(({ id, name, available }) => (
          <View
            key={id}
            className={cx(styles.choice, id === sku?.id && styles.chosen, available === 0 && styles.gone)}
            onClick={() => onChoose(id)}
          >
            {name}
          </View>
        ))}
      </View>
    );
  }
  const choice = sku?.spec ?? [];
  return (
    <View className={styles.dimensions}>
      {specs.map(({ name, values }, dimension) => (
        <View key={name}>
          <View className={styles.dimension}>{name}</View>
          <View className={styles.choices}>
            {values.map((value) => (
              <View
                key={value}
                className={cx(
                  styles.choice,
                  choice[dimension] === value && styles.chosen,
                  !isFree(skus, choice, dimension, value) && styles.gone,
                )}
                onClick={() => {
                  const next = skuOf(skus, choose(skus, choice, dimension, value));
                  if (next) {
                    onChoose(next.id);
                  }
                }}
              >
                {value}
              </View>
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}
