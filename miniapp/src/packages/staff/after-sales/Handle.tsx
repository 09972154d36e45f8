import {
  AFTER_SALE_REASON_TEXT,
  DISPOSITIONS,
  DISPOSITION_TEXT,
  canAfterSale,
  formatFen,
  type Disposition,
} from '@regulars/shared';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { AfterSaleView } from '@/api/views';
import { PictureRow } from '@/features/service';
import { useStaffAfterSale, useStaffAfterSaleActions } from '@/features/staff';
import { confirm, say } from '@/platform/notice';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { Row } from '@/ui/Row';
import { Sheet } from '@/ui/Sheet';
import { Skeleton } from '@/ui/Skeleton';

/** One request: agree, refuse with a reason, or take the goods back. */
export function Handle({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, refetch } = useStaffAfterSale(id);
  return (
    <Sheet open title="处理售后" onClose={onClose}>
      {data ? (
        <Decide afterSale={data} onDone={onClose} />
      ) : error ? (
        <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : (
        <Skeleton bones={['line', 'line', 'block']} />
      )}
    </Sheet>
  );
}

function Decide({ afterSale, onDone }: { afterSale: AfterSaleView; onDone: () => void }) {
  const { id, status, kind, lines, reason, text, textDoubtful, pictures, amountFen } = afterSale;
  const [refusal, setRefusal] = useState('');
  const [fates, setFates] = useState<Record<string, Disposition>>({});
  const { approve, reject, receive } = useStaffAfterSaleActions();
  const finish = (words: string) => {
    say(words);
    onDone();
  };
  const approving = useAction(async () => {
    const what =
      kind === 'refund_only' ? `${formatFen(amountFen)} 会马上原路退回。` : '顾客会收到寄回的提示。';
    if (await confirm({ title: '同意申请', text: what, yes: '同意' })) {
      await approve(id);
      finish('已同意');
    }
  });
  const rejecting = useAction(async () => {
    await reject(id, refusal.trim());
    finish('已告诉顾客');
  });
  const receiving = useAction(async () => {
    await receive(
      id,
      lines.map(({ lineId }) => ({ lineId, disposition: fates[lineId] ?? 'restock' })),
    );
    finish(kind === 'exchange' ? '已收到，换货订单已生成' : '已收到，正在退款');
  });
  const canRefuse = canAfterSale('reject', status) || canAfterSale('refuse_goods', status);
  return (
    <>
      {lines.map(({ lineId, name, quantity, amountFen: fen }) => (
        <Row key={lineId} title={`${name} × ${quantity}`} value={fen > 0 && formatFen(fen)} />
      ))}
      <Row title="原因" value={AFTER_SALE_REASON_TEXT[reason]} />
      {text !== '' && <Row title={textDoubtful ? '（文字未通过微信审核，不显示）' : text} />}
      <PictureRow urls={pictures} />
      {afterSale.returnTrackingNo && (
        <Row icon="truck" title={afterSale.returnCompany} value={afterSale.returnTrackingNo} />
      )}
      {canAfterSale('receive', status) && (
        <>
          {lines.flatMap(({ lineId, name }) =>
            DISPOSITIONS.map((fate) => (
              <Row
                key={`${lineId}${fate}`}
                title={DISPOSITION_TEXT[fate]}
                note={name}
                value={(fates[lineId] ?? 'restock') === fate && <Icon name="check" />}
                onClick={() => setFates({ ...fates, [lineId]: fate })}
              />
            )),
          )}
          <Button block busy={receiving.busy} onClick={receiving.run}>
            商品已收到
          </Button>
        </>
      )}
      {canAfterSale('approve', status) && (
        <Button block busy={approving.busy} onClick={approving.run}>
          同意
        </Button>
      )}
      {canRefuse && (
        <>
          <Field
            label="不同意的原因"
            value={refusal}
            maxLength={100}
            placeholder="顾客会看到"
            onChange={setRefusal}
          />
          <Button
            kind="line"
            block
            busy={rejecting.busy}
            disabled={refusal.trim() === ''}
            onClick={rejecting.run}
          >
            不同意
          </Button>
        </>
      )}
    </>
  );
}
