import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { ProductView } from '@/api/views';
import { useBrand, useBrandFrom } from '@/features/brand';
import { countOf, lineOf, useCart } from '@/features/cart';
import { firstAvailable, Prices, SkuSheet, stockText, useProduct } from '@/features/catalogue';
import { useStore } from '@/features/stores';
import { mediaUrl } from '@/platform/media';
import { open } from '@/platform/navigate';
import { say } from '@/platform/notice';
import { usePageQuery } from '@/platform/page';
import { useShare } from '@/platform/share';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { Skeleton } from '@/ui/Skeleton';
import { Gallery } from './Gallery';
import styles from './index.module.scss';

type Intention = 'cart' | 'buy';

export default function ProductPage() {
  const { id } = usePageQuery();
  const brand = useBrand();
  const store = useStore(brand?.id);
  const { data: product, error, refetch } = useProduct(id, store?.id);
  useBrandFrom(product?.brandId);
  useShare(() => ({
    title: product?.name ?? '老主顾',
    path: `/packages/trade/product/index?id=${id ?? ''}`,
    imageUrl: product ? mediaUrl(product.pictureUrl) : '',
  }));

  if (!product) {
    return (
      <Page>
        {error ? (
          <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
        ) : (
          <Skeleton bones={['square', 'line', 'short', 'block']} />
        )}
      </Page>
    );
  }
  return <Product product={product} brandId={brand?.id} storeId={store?.id} storeName={store?.name} />;
}

interface ProductProps {
  product: ProductView;
  brandId: string | undefined;
  storeId: string | undefined;
  storeName: string | undefined;
}

function Product({ product, brandId, storeId, storeName }: ProductProps) {
  const [intention, setIntention] = useState<Intention>();
  const cart = useCart(brandId);
  const available = firstAvailable(product.skus)?.available ?? 0;

  return (
    <Page
      bleed
      footer={
        <View className={styles.actions}>
          <View className={styles.cart} aria-label="购物车" onClick={() => open('cart')}>
            <Icon name="bag" />
            <View className={styles.count}>{countOf(cart.lines)}</View>
          </View>
          <Button
            kind="line"
            className={styles.action}
            disabled={available === 0}
            onClick={() => setIntention('cart')}
          >
            加入购物车
          </Button>
          <Button className={styles.action} disabled={available === 0} onClick={() => setIntention('buy')}>
            {available === 0 ? '暂时没货' : '直接买'}
          </Button>
        </View>
      }
    >
      <Gallery pictures={product.pictures} name={product.name} />
      <View className={styles.main}>
        <View className={styles.name}>{product.name}</View>
        {product.subtitle && <View className={styles.subtitle}>{product.subtitle}</View>}
        <Prices priceFen={product.priceFen} memberPriceFen={product.memberPriceFen} size="large" />
      </View>
      <View className={styles.blocks}>
        <Block flush>
          <Row icon="store" title={storeName ?? '门店'} value={stockText(available)} />
          <Row title="规格" value={`${product.skus.length} 种可选`} onClick={() => setIntention('cart')} />
        </Block>
        <Block title="说说它">
          <View className={styles.description}>{product.description}</View>
        </Block>
      </View>
      {intention && (
        <SkuSheet
          productId={product.id}
          storeId={storeId}
          action={intention === 'buy' ? '去结算' : '加入购物车'}
          onChoose={(chosen, sku, quantity) => {
            setIntention(undefined);
            if (intention === 'buy') {
              open('checkout', { skuId: sku.id, quantity: String(quantity) });
            } else {
              cart.add(lineOf(chosen, sku, quantity));
              say('已放进购物车');
            }
          }}
          onClose={() => setIntention(undefined)}
        />
      )}
    </Page>
  );
}
