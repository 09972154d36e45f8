import { AFTER_SALE_KIND_TEXT, AFTER_SALE_STATUS_TEXT, formatFen } from '@regulars/shared';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { StaffOnly, useStaff, useStaffAfterSales } from '@/features/staff';
import { useOnPullDown } from '@/platform/page';
import { dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { ListSkeleton } from '@/ui/Skeleton';
import { Handle } from './Handle';

export default function StaffAfterSalesPage() {
  return (
    <Page>
      <StaffOnly>{() => <Queue />}</StaffOnly>
    </Page>
  );
}

/** What waits at this store, the most urgent first. */
function Queue() {
  const { store } = useStaff();
  const { items, error, refresh, ...rest } = useStaffAfterSales(store?.id);
  const [chosen, setChosen] = useState<string>();
  useOnPullDown(refresh);
  if (!items) {
    return error ? <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} /> : <ListSkeleton />;
  }
  if (items.length === 0) {
    return <Empty drawing="cup" title="没有等着处理的售后" text="有新的申请，会排在这里。" />;
  }
  return (
    <>
      <Block flush title={store?.name}>
        {items.map(({ id, kind, status, lines, amountFen, dueAt, escalated }) => (
          <Row
            key={id}
            title={lines.map(({ name, quantity }) => `${name} × ${quantity}`).join('、')}
            note={[
              AFTER_SALE_KIND_TEXT[kind],
              amountFen > 0 && formatFen(amountFen),
              dueAt && `${dayAndTime(dueAt)} 前${escalated ? '（已超时）' : ''}`,
            ]
              .filter(Boolean)
              .join(' · ')}
            value={AFTER_SALE_STATUS_TEXT[status]}
            onClick={() => setChosen(id)}
          />
        ))}
      </Block>
      <ListEnd {...rest} />
      {chosen && <Handle id={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
