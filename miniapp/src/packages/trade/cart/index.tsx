import { View } from '@tarojs/components';
import { isDecided, sentenceOf } from '@/api/problem';
import { useBrand } from '@/features/brand';
import { rememberedFen, useCart } from '@/features/cart';
import { useMembership } from '@/features/members';
import { useQuote } from '@/features/orders';
import { useStore } from '@/features/stores';
import { open, openTab } from '@/platform/navigate';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { Price } from '@/ui/Price';
import { Problem } from '@/ui/Problem';
import { CartRow } from './CartRow';
import styles from './index.module.scss';

export default function CartPage() {
  const brand = useBrand();
  const { lines, setQuantity } = useCart(brand?.id);
  const store = useStore(brand?.id);
  const { status } = useMembership(brand?.id);
  const quote = useQuote({
    brandId: brand?.id,
    lines,
    fulfilment: store && { kind: 'pickup', storeId: store.id },
  });

  if (lines.length === 0) {
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

  const priced = quote.data;
  const short = priced?.lines.some(({ available, quantity }) => available < quantity) ?? false;
  return (
    <Page
      footer={
        <View className={styles.footer}>
          <View className={styles.sum}>
            <Price fen={priced?.payFen ?? rememberedFen(lines)} size="large" />
            <View className={styles.note}>{sumNote(priced?.discountFen, status)}</View>
          </View>
          <Button disabled={short} onClick={() => open('checkout')}>
            去结算
          </Button>
        </View>
      }
    >
      {quote.error && <Problem>{problemText(quote.error)}</Problem>}
      <Block flush title={brand?.name} aside={store && `在${store.name}取`}>
        {lines.map((line) => (
          <CartRow
            key={line.skuId}
            line={line}
            quoted={priced?.lines.find(({ skuId }) => skuId === line.skuId)}
            onQuantity={(quantity) => setQuantity(line.skuId, quantity)}
          />
        ))}
      </Block>
    </Page>
  );
}

function sumNote(discountFen: number | undefined, status: string): string {
  if (discountFen) {
    return '已按会员价计算';
  }
  return status === 'visitor' ? '入会后按会员价结算' : '最终金额以结算页为准';
}

function problemText(error: Error): string {
  return isDecided(error) ? sentenceOf(error) : `暂时算不出最新价格：${sentenceOf(error)}`;
}
