import { View } from '@tarojs/components';
import { sentenceOf } from '@/api/problem';
import { ProductRow, useProducts } from '@/features/catalogue';
import { open } from '@/platform/navigate';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListEnd } from '@/ui/ListEnd';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './ProductList.module.scss';

interface ProductListProps {
  brandId: string;
  categoryId: string | undefined;
  onAdd: (productId: string) => void;
}

export function ProductList({ brandId, categoryId, onAdd }: ProductListProps) {
  const { items, error, refresh, ...rest } = useProducts(brandId, categoryId);

  if (!items) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} />
    ) : (
      <View className={styles.waiting}>
        <ListSkeleton rows={6} />
      </View>
    );
  }
  if (items.length === 0) {
    return <Empty drawing="basket" title="这里还没上新" text="换个分类看看，或者过两天再来。" />;
  }
  return (
    <>
      {items.map((product) => (
        <ProductRow
          key={product.id}
          product={product}
          onOpen={() => open('product', { id: product.id })}
          onAdd={() => onAdd(product.id)}
        />
      ))}
      <ListEnd {...rest} />
    </>
  );
}
