import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { StockTransferView } from '@/api/views';
import { StaffOnly, useComing, useStaff, useStoreStock } from '@/features/staff';
import { confirm, say } from '@/platform/notice';
import { useOnPullDown } from '@/platform/page';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

export default function StockPage() {
  return (
    <Page>
      <StaffOnly>{() => <Stock />}</StaffOnly>
    </Page>
  );
}

function Stock() {
  const { store, can } = useStaff();
  const [low, setLow] = useState(false);
  const coming = useComing(store?.id);
  return (
    <>
      {coming.transfers.map((transfer) => (
        <Coming
          key={transfer.id}
          transfer={transfer}
          onReceive={can('stock.receive') ? coming.receive : undefined}
        />
      ))}
      <View className={styles.filters}>
        <View className={cx(styles.filter, !low && styles.chosen)} onClick={() => setLow(false)}>
          全部
        </View>
        <View className={cx(styles.filter, low && styles.chosen)} onClick={() => setLow(true)}>
          快没货的
        </View>
      </View>
      {store && <StockList key={String(low)} storeId={store.id} low={low} />}
    </>
  );
}

interface ComingProps {
  transfer: StockTransferView;
  onReceive: ((transfer: StockTransferView) => Promise<void>) | undefined;
}

/** Goods on their way here. Who finds a difference counts it in at the console. */
function Coming({ transfer, onReceive }: ComingProps) {
  const receiving = useAction(async () => {
    const sure = await confirm({
      title: '都点过了吗',
      text: '确认后按发出的数量入库。数量不对的话，请让店长在后台按实收数量收货。',
      yes: '数量都对',
    });
    if (sure && onReceive) {
      await onReceive(transfer);
      say('已入库');
    }
  });
  return (
    <Block title={`${transfer.fromStoreName}调来的货`}>
      {transfer.lines.map(({ skuId, name, sent }) => (
        <Row key={skuId} title={name} value={`${sent} 件`} />
      ))}
      {onReceive && (
        <Button block busy={receiving.busy} onClick={receiving.run}>
          收货入库
        </Button>
      )}
    </Block>
  );
}

function StockList({ storeId, low }: { storeId: string; low: boolean }) {
  const { items, error, refresh, ...rest } = useStoreStock(storeId, low);
  useOnPullDown(refresh);
  if (!items) {
    return error ? <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} /> : <ListSkeleton />;
  }
  if (items.length === 0) {
    return low ? (
      <Empty drawing="basket" title="都还够卖" text="没有快卖完的商品。" />
    ) : (
      <Empty drawing="basket" title="还没有商品" text="上架商品后，这里会显示本店的库存。" />
    );
  }
  return (
    <>
      <Block flush>
        {items.map(({ skuId, productName, skuName, onHand, reserved, lowAt }) => {
          const free = onHand - reserved;
          return (
            <Row
              key={skuId}
              title={productName}
              note={reserved > 0 ? `${skuName}，另有 ${reserved} 件被未付款的订单占着` : skuName}
              value={
                <View className={cx(lowAt !== null && free <= lowAt && styles.low)}>{`可售 ${free}`}</View>
              }
            />
          );
        })}
      </Block>
      <ListEnd {...rest} />
    </>
  );
}
