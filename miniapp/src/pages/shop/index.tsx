import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useBrand, useBrands } from '@/features/brand';
import { CartBar, lineOf, useCart } from '@/features/cart';
import { SkuSheet, useCategories } from '@/features/catalogue';
import { useStore } from '@/features/stores';
import { say } from '@/platform/notice';
import { cx } from '@/ui/cx';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';
import { ProductList } from './ProductList';
import { StoreLine } from './StoreLine';

export default function ShopPage() {
  const brands = useBrands();
  const brand = useBrand();
  if (brand) {
    return <Shop key={brand.id} brandId={brand.id} />;
  }
  return (
    <Page>
      {brands.error ? (
        <ErrorState text={sentenceOf(brands.error)} onRetry={() => void brands.refetch()} />
      ) : (
        <ListSkeleton rows={6} />
      )}
    </Page>
  );
}

function Shop({ brandId }: { brandId: string }) {
  const [categoryId, setCategoryId] = useState<string>();
  const [choosing, setChoosing] = useState<string>();
  const { data: categories = [] } = useCategories(brandId);
  const store = useStore(brandId);
  const cart = useCart(brandId);

  return (
    <Page bleed>
      <StoreLine brandId={brandId} />
      <View className={styles.columns}>
        <View className={styles.rail}>
          {[{ id: undefined, name: '全部' }, ...categories].map(({ id, name }) => (
            <View
              key={name}
              className={cx(styles.category, id === categoryId && styles.current)}
              onClick={() => setCategoryId(id)}
            >
              {name}
            </View>
          ))}
        </View>
        <View className={styles.list}>
          <ProductList key={categoryId} brandId={brandId} categoryId={categoryId} onAdd={setChoosing} />
        </View>
      </View>
      <CartBar brandId={brandId} />
      {choosing && (
        <SkuSheet
          productId={choosing}
          storeId={store?.id}
          action="加入购物车"
          onChoose={(product, sku, quantity) => {
            cart.add(lineOf(product, sku, quantity));
            setChoosing(undefined);
            say('已放进购物车');
          }}
          onClose={() => setChoosing(undefined)}
        />
      )}
    </Page>
  );
}
