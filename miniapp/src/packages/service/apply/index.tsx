import {
  AFTER_SALE_KIND_TEXT,
  AFTER_SALE_REASONS,
  AFTER_SALE_REASON_TEXT,
  formatFen,
  type AfterSaleKind,
} from '@regulars/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { OrderView } from '@/api/views';
import { useProduct } from '@/features/catalogue';
import { useOrder } from '@/features/orders';
import { PictureInput, TextArea, useAfterSaleActions } from '@/features/service';
import { replaceWith } from '@/platform/navigate';
import { say } from '@/platform/notice';
import { usePageQuery } from '@/platform/page';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { Page } from '@/ui/Page';
import { Skeleton } from '@/ui/Skeleton';
import { Stepper } from '@/ui/Stepper';
import { inputOf, kindsFor, leftOf, mostFen, type Draft } from './draft';
import styles from './index.module.scss';

export default function ApplyPage() {
  const { orderId } = usePageQuery();
  const { data: order, error, refetch } = useOrder({ id: orderId }, false);
  if (!order) {
    return (
      <Page>
        {error ? (
          <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
        ) : (
          <Skeleton bones={['block', 'block', 'block']} />
        )}
      </Page>
    );
  }
  const kinds = kindsFor(order.status);
  const [first] = kinds;
  return first ? (
    <Apply order={order} kinds={kinds} first={first} />
  ) : (
    <Page>
      <Empty drawing="letter" title="现在不能申请售后" text="订单的状态有变化，请回到订单里看看。" />
    </Page>
  );
}

interface ApplyProps {
  order: OrderView;
  kinds: readonly AfterSaleKind[];
  first: AfterSaleKind;
}

function Apply({ order, kinds, first }: ApplyProps) {
  const lines = order.lines.filter((line) => leftOf(line) > 0);
  const [draft, setDraft] = useState<Draft>({
    kind: first,
    reason: undefined,
    text: '',
    pictures: [],
    pieces: lines.length === 1 && lines[0] ? { [lines[0].id]: 1 } : {},
    yuan: '',
    skus: {},
  });
  const { request } = useAfterSaleActions();
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const input = inputOf(order, draft);
  const sending = useAction(async () => {
    if (typeof input === 'string') {
      say(input);
      return;
    }
    if (input) {
      const made = await request(input);
      replaceWith('afterSale', { id: made.id });
    }
  });
  const most = mostFen(order, draft);

  return (
    <Page
      footer={
        <Button block busy={sending.busy} disabled={!input} onClick={sending.run}>
          {draft.kind === 'exchange' || most === 0 ? '提交申请' : `提交申请，最多退 ${formatFen(most)}`}
        </Button>
      }
    >
      {kinds.length > 1 && (
        <Block title="想怎么处理">
          <Chips
            values={kinds}
            textOf={(kind) => AFTER_SALE_KIND_TEXT[kind]}
            chosen={draft.kind}
            onChoose={(kind) => change({ kind })}
          />
        </Block>
      )}
      <Block title="哪些商品">
        {lines.map((line) => (
          <View key={line.id}>
            <View className={styles.line}>
              <View>{line.name}</View>
              <Stepper
                label={line.name}
                value={draft.pieces[line.id] ?? 0}
                min={0}
                max={leftOf(line)}
                onChange={(quantity) => change({ pieces: { ...draft.pieces, [line.id]: quantity } })}
              />
            </View>
            {draft.kind === 'exchange' && (draft.pieces[line.id] ?? 0) > 0 && (
              <Variants
                productId={line.productId}
                chosen={draft.skus[line.id] ?? line.skuId}
                onChoose={(skuId) => change({ skus: { ...draft.skus, [line.id]: skuId } })}
              />
            )}
          </View>
        ))}
        {draft.kind === 'exchange' && (
          <View className={styles.note}>可以换同一商品、价格不高于原来的规格，差价原路退回。</View>
        )}
      </Block>
      <Block title="原因">
        <Chips
          values={AFTER_SALE_REASONS}
          textOf={(reason) => AFTER_SALE_REASON_TEXT[reason]}
          chosen={draft.reason}
          onChoose={(reason) => change({ reason })}
        />
      </Block>
      {draft.kind === 'refund_only' && (
        <Block flush>
          <Field
            label="退款金额（元）"
            value={draft.yuan}
            placeholder={`不填就是 ${formatFen(most)}`}
            onChange={(yuan) => change({ yuan })}
          />
        </Block>
      )}
      <Block title="说明和图片">
        <TextArea
          value={draft.text}
          placeholder="说说具体情况，处理起来更快（可以不填）"
          maxLength={300}
          onChange={(text) => change({ text })}
        />
        <PictureInput urls={draft.pictures} onChange={(pictures) => change({ pictures })} />
      </Block>
    </Page>
  );
}

interface ChipsProps<T extends string> {
  values: readonly T[];
  textOf: (value: T) => string;
  chosen: T | undefined;
  onChoose: (value: T) => void;
}

function Chips<T extends string>({ values, textOf, chosen, onChoose }: ChipsProps<T>) {
  return (
    <View className={styles.chips}>
      {values.map((value) => (
        <View
          key={value}
          className={cx(styles.chip, value === chosen && styles.chosen)}
          onClick={() => onChoose(value)}
        >
          {textOf(value)}
        </View>
      ))}
    </View>
  );
}

function Variants({
  productId,
  chosen,
  onChoose,
}: {
  productId: string;
  chosen: string;
  onChoose: (skuId: string) => void;
}) {
  const { data: product } = useProduct(productId, undefined);
  return (
    <Chips
      values={product?.skus.map(({ id }) => id) ?? []}
      textOf={(id) => `换成 ${product?.skus.find((sku) => sku.id === id)?.name ?? ''}`}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
