import { REDEMPTION_STATUS_TEXT } from '@regulars/shared';
import { hasCode, sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { OrderView, StaffRedemptionView } from '@/api/views';
import { statusTitle } from '@/features/orders';
import { useCounter, usePickup, useStaffRedemption } from '@/features/staff';
import { say } from '@/platform/notice';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { Row } from '@/ui/Row';
import { ListSkeleton } from '@/ui/Skeleton';

interface FoundProps {
  code: string;
  onDone: () => void;
}

/** An order to hand over, else a reward, else neither. */
export function Found({ code, onDone }: FoundProps) {
  const pickup = usePickup(code);
  const noPickup = hasCode(pickup.error, 'not_found');
  const redemption = useStaffRedemption(noPickup ? code : undefined);

  if (pickup.data) {
    return <Pickup order={pickup.data} onDone={onDone} />;
  }
  if (redemption.data) {
    return <Redemption redemption={redemption.data} onDone={onDone} />;
  }
  if (hasCode(redemption.error, 'not_found')) {
    return (
      <Empty
        drawing="letter"
        title="没找到这个码"
        text="请核对数字，或者确认是不是别家店的。"
        action={{ label: '再来一次', onClick: onDone }}
      />
    );
  }
  const asked = noPickup ? redemption : pickup;
  return asked.error ? (
    <ErrorState text={sentenceOf(asked.error)} onRetry={() => void asked.refetch()} />
  ) : (
    <ListSkeleton rows={2} />
  );
}

function Pickup({ order, onDone }: { order: OrderView; onDone: () => void }) {
  const { handOver, markReady } = useCounter();
  const handing = useAction(
    async () => {
      await handOver(order.pickupCode ?? '');
      say('已交给客人');
      onDone();
    },
    { once: true },
  );
  const preparing = useAction(async () => {
    await markReady(order.pickupCode ?? '');
    say('已标记备好，客人能在订单里看到');
  });
  const waiting = order.status === 'paid' || order.status === 'ready';
  return (
    <>
      <Block flush title="客人的订单">
        {order.lines.map(({ skuId, name, quantity }) => (
          <Row key={skuId} title={name} value={`× ${quantity}`} />
        ))}
        {order.note && <Row title="备注" value={order.note} />}
        <Row title="状态" value={statusTitle(order.status, order.fulfilment.kind)} />
      </Block>
      <Button block busy={handing.busy} disabled={!waiting} onClick={handing.run}>
        {waiting ? '确认交给客人' : '这单现在不能核销'}
      </Button>
      {order.status === 'paid' && (
        <Button kind="line" block busy={preparing.busy} onClick={preparing.run}>
          先标记备好，等客人来
        </Button>
      )}
      <Button kind="quiet" block onClick={onDone}>
        查别的码
      </Button>
    </>
  );
}

function Redemption({ redemption, onDone }: { redemption: StaffRedemptionView; onDone: () => void }) {
  const { collect } = useCounter();
  const collecting = useAction(
    async () => {
      await collect(redemption.code);
      say('已核销，礼品交给客人就好');
      onDone();
    },
    { once: true },
  );
  const open = redemption.status === 'ready';
  return (
    <>
      <Block flush title={redemption.memberName ?? '客人的兑换'}>
        <Row icon="gift" title={redemption.reward.name} value={REDEMPTION_STATUS_TEXT[redemption.status]} />
      </Block>
      <Button
        block

        busy={collecting.busy}
        disabled={!open}
        onClick={collecting.run}
      >
        {open ? '核销并交给客人' : '这个码现在不能核销'}
      </Button>
      <Button kind="quiet" block onClick={onDone}>
        查别的码
      </Button>
    </>
  );
}
