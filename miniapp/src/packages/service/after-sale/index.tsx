import {
  AFTER_SALE_KIND_TEXT,
  AFTER_SALE_REASON_TEXT,
  AFTER_SALE_STATUS_TEXT,
  canAfterSale,
  formatFen,
} from '@regulars/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { AfterSaleView } from '@/api/views';
import { PictureRow, useAfterSale, useAfterSaleActions } from '@/features/service';
import { open } from '@/platform/navigate';
import { confirm, say } from '@/platform/notice';
import { useOnPullDown, useOnShow, usePageQuery } from '@/platform/page';
import { timeLeft, dayAndTime } from '@/text/time';
import { useNow } from '@/text/use-now';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { Skeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';
import { SendBackSheet } from './SendBackSheet';

export default function AfterSalePage() {
  const { id } = usePageQuery();
  const { data: afterSale, error, refetch } = useAfterSale(id);
  useOnShow(() => void refetch());
  useOnPullDown(refetch);
  if (!afterSale) {
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
  return <Progress afterSale={afterSale} />;
}

function Progress({ afterSale }: { afterSale: AfterSaleView }) {
  const { exchangeOrderId } = afterSale;
  return (
    <Page footer={<Actions afterSale={afterSale} />}>
      <Block>
        <View className={styles.status}>{AFTER_SALE_STATUS_TEXT[afterSale.status]}</View>
        <Waiting afterSale={afterSale} />
      </Block>
      <Block flush title={AFTER_SALE_KIND_TEXT[afterSale.kind]}>
        {afterSale.lines.map(({ lineId, name, quantity, amountFen }) => (
          <Row
            key={lineId}
            title={name}
            note={quantity > 0 ? `${quantity} 件` : '不退货'}
            value={amountFen > 0 && formatFen(amountFen)}
          />
        ))}
        <Row title="原因" value={AFTER_SALE_REASON_TEXT[afterSale.reason]} />
        {afterSale.returnTrackingNo && (
          <Row icon="truck" title={afterSale.returnCompany} value={afterSale.returnTrackingNo} />
        )}
        {exchangeOrderId && (
          <Row title="换货订单" value="去看看" onClick={() => open('order', { id: exchangeOrderId })} />
        )}
        <Row title="原订单" onClick={() => open('order', { id: afterSale.orderId })} />
      </Block>
      {(afterSale.text !== '' || afterSale.pictures.length > 0) && (
        <Block title="你的说明">
          {afterSale.text}
          <PictureRow urls={afterSale.pictures} />
        </Block>
      )}
      <Block flush title="经过">
        {afterSale.events.toReversed().map(({ at, note }) => (
          <Row key={`${at}${note}`} title={note} note={dayAndTime(at)} />
        ))}
      </Block>
    </Page>
  );
}

const MINUTE_MS = 60_000;

/** Whose turn it is, and how long they have. */
function Waiting({ afterSale: { status, dueAt, escalated, amountFen } }: { afterSale: AfterSaleView }) {
  const now = useNow(MINUTE_MS);
  const left = dueAt ? timeLeft(dueAt, now) : '';
  const text: Partial<Record<AfterSaleView['status'], string>> = {
    requested: escalated ? '门店没有按时答复，已经交给品牌处理。' : `商家会在 ${left} 内答复你。`,
    approved: `请在 ${left} 内寄回，或者送到门店；过期会自动关闭。`,
    returning: '商家收到以后会马上处理。',
    refunding: `${formatFen(amountFen)} 正在原路退回，一般几分钟内到账。`,
  };
  return <View className={styles.note}>{text[status]}</View>;
}

function Actions({ afterSale: { id, status } }: { afterSale: AfterSaleView }) {
  const [sending, setSending] = useState(false);
  const { withdraw, sendBack } = useAfterSaleActions();
  const withdrawing = useAction(async () => {
    const sure = await confirm({
      title: '撤销申请',
      text: '撤销以后，可以在时限内重新申请。',
      yes: '撤销申请',
    });
    if (sure) {
      await withdraw(id);
      say('申请已撤销');
    }
  });
  const sendingBack = useAction(async (parcel: Parameters<typeof sendBack>[1]) => {
    await sendBack(id, parcel);
    setSending(false);
    say('已经告诉商家');
  });
  if (!canAfterSale('withdraw', status)) {
    return null;
  }
  return (
    <View className={styles.actions}>
      <Button kind="line" busy={withdrawing.busy} onClick={withdrawing.run}>
        撤销申请
      </Button>
      {status === 'approved' && (
        <Button className={styles.main} onClick={() => setSending(true)}>
          填写寄回单号
        </Button>
      )}
      {sending && (
        <SendBackSheet busy={sendingBack.busy} onSend={sendingBack.run} onClose={() => setSending(false)} />
      )}
    </View>
  );
}
