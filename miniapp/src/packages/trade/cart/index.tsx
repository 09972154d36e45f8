import { View } from '@tarojs/components';
import { isDecided, sentenceOf } from '@/api/problem';
import { useBrand } from '@/features/brand';
import { rememberedFen, useCart } from '@/features/cart';
import { useMembership } from '@/features/members';
import { useQuote } from '@/features/orders';
import { Guarantees } from '@/features/service';
import { useStore } from '@/features/stores';
import { open, openTab } from '@/platform/navigate';
import { confirm } from '@/platform/notice';
import { useOnShow } from '@/platform/page';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { Price } from '@/ui/Price';
import { Problem } from '@/ui/Problem';
import { ListSkeleton } from '@/ui/Skeleton';
import { CartRow } from './CartRow';
import styles from './index.module.scss';

export default function CartPage() {
  const brand = useBrand();
  const store = useStore(brand?.id);
  const cart = useCart(brand?.id, store?.id);
  const { status } = useMembership(brand?.id);
  const chosen = cart.lines.filter(({ selected }) => selected);
  const quote = useQuote({
    brandId: brand?.id,
    lines: chosen,
    fulfilment: store && { kind: 'pickup', storeId: store.id },
  });
  // Another device may have changed it meanwhile.
  useOnShow(() => void cart.refresh());

  if (cart.loading) {
    return (
      <Page>
        <ListSkeleton rows={3} />
      </Page>
    );
  }
  if (cart.lines.length === 0) {
    return (
      <Page>
        <Empty
          drawing="basket"
          title="购物车还空着"
          text="看到喜欢的，就先放进来。"
          action={{ label: '去逛逛', onClick: () => openTab('shop') }}
        />
      </Page>
    );
  }

  const clear = async () => {
    if (await confirm({ title: '清空购物车', text: '里面的东西都会拿掉。', yes: '清空', no: '留着' })) {
      cart.remove();
    }
  };
  const priced = chosen.length > 0 ? quote.data : undefined;
  const short = priced?.lines.some(({ available, quantity }) => available < quantity) ?? false;
  return (
    <Page
      footer={
        <View className={styles.footer}>
          <View className={styles.sum}>
            <Price fen={priced?.payFen ?? rememberedFen(chosen)} size="large" />
            <View className={styles.note}>{sumNote(priced?.discountFen, status)}</View>
          </View>
          <Button disabled={short || chosen.length === 0} onClick={() => open('checkout')}>
            去结算
          </Button>
        </View>
      }
    >
      {chosen.length > 0 && quote.error && <Problem>{problemText(quote.error)}</Problem>}
      <Block flush title={brand?.name} aside={store && `在${store.name}取`}>
        {cart.lines.map((line) => (
          <CartRow
            key={line.skuId}
            line={line}
            quoted={priced?.lines.find(({ skuId }) => skuId === line.skuId)}
            onSelect={cart.shared ? (selected) => cart.select([line.skuId], selected) : undefined}
            onQuantity={(quantity) => cart.setQuantity(line.skuId, quantity)}
          />
        ))}
      </Block>
      {brand && <Guarantees brandId={brand.id} productIds={cart.lines.map(({ productId }) => productId)} />}
      <Button kind="quiet" block onClick={() => void clear()}>
        清空购物车
      </Button>
    </Page>
  );
}

function sumNote(discountFen: number | undefined, status: string): string {
  if (discountFen) {
    return '优惠已经算上';
  }
  return status === 'visitor' ? '入会后按会员价结算' : '最终金额以结算页为准';
}

function problemText(error: Error): string {
  return isDecided(error) ? sentenceOf(error) : `暂时算不出最新价格：${sentenceOf(error)}`;
}
