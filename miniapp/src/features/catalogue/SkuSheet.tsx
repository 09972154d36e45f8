import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { ProductView, SkuView } from '@/api/views';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { ErrorState } from '@/ui/ErrorState';
import { Picture } from '@/ui/Picture';
import { Sheet } from '@/ui/Sheet';
import { ListSkeleton } from '@/ui/Skeleton';
import { Stepper } from '@/ui/Stepper';
import { Prices } from './Prices';
import styles from './SkuSheet.module.scss';
import { useProduct } from './use-catalogue';

interface SkuSheetProps {
  productId: string;
  storeId: string | undefined;
  /** What the button says and does with the choice. */
  action: string;
  onChoose: (product: ProductView, sku: SkuView, quantity: number) => void;
  onClose: () => void;
}

/** Which one, and how many. */
export function SkuSheet({ productId, storeId, action, onChoose, onClose }: SkuSheetProps) {
  const { data: product, error, refetch } = useProduct(productId, storeId);
  const [chosenId, setChosenId] = useState<string>();
  const [wanted, setWanted] = useState(1);

  if (!product) {
    return (
      <Sheet open title="选规格" onClose={onClose}>
        {error ? (
          <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
        ) : (
          <ListSkeleton rows={2} />
        )}
      </Sheet>
    );
  }

  const sku = product.skus.find(({ id }) => id === chosenId) ?? firstAvailable(product.skus);
  const available = sku?.available ?? 0;
  const quantity = Math.min(wanted, Math.max(available, 1));
  return (
    <Sheet
      open
      title="选规格"
      onClose={onClose}
      footer={
        <Button
          block
          disabled={!sku || available === 0}
          onClick={() => {
            if (sku) {
              onChoose(product, sku, quantity);
            }
          }}
        >
          {available === 0 ? '这家店暂时没货' : action}
        </Button>
      }
    >
      <View className={styles.head}>
        <Picture src={product.pictureUrl} className={styles.picture} label={product.name} />
        <View>
          <View className={styles.name}>{product.name}</View>
          {sku && <Prices priceFen={sku.priceFen} memberPriceFen={sku.memberPriceFen} />}
          <View className={styles.stock}>{stockText(available)}</View>
        </View>
      </View>
      <View className={styles.choices}>
        {product.skus.map(({ id, name, available: left }) => (
          <View
            key={id}
            className={cx(styles.choice, id === sku?.id && styles.chosen, left === 0 && styles.gone)}
            onClick={() => setChosenId(id)}
          >
            {name}
          </View>
        ))}
      </View>
      <View className={styles.quantity}>
        <View>数量</View>
        <Stepper value={quantity} max={Math.max(available, 1)} onChange={setWanted} label="数量" />
      </View>
    </Sheet>
  );
}

const FEW = 10;

export function stockText(available: number): string {
  if (available === 0) {
    return '暂时没货';
  }
  return available <= FEW ? `还剩 ${available} 份` : '有货';
}

export function firstAvailable(skus: readonly SkuView[]): SkuView | undefined {
  return skus.find(({ available }) => available > 0) ?? skus[0];
}
