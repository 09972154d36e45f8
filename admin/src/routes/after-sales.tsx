import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button, Tabs } from 'antd';
import { AFTER_SALE_KIND_TEXT, AFTER_SALE_REASON_TEXT } from '@regulars/shared';
import type { AfterSaleQueue, AfterSaleRow } from '../api/types';
import { AfterSaleDrawer } from '../features/after-sales/AfterSaleDrawer';
import { AfterSaleStatusTag } from '../features/after-sales/AfterSaleStatusTag';
import { useAfterSales } from '../features/after-sales/use-after-sales';
import { texts } from '../texts';
import { PageFrame } from '../ui/PageFrame';
import { RecordList } from '../ui/RecordList';
import { StatusTag } from '../ui/StatusTag';
import type { Column } from '../ui/records';
import { Fen, Moment } from '../ui/values';

const t = texts.afterSales;
const QUEUES: readonly AfterSaleQueue[] = ['waiting', 'escalated', 'ended', 'all'];

const FACTS: readonly Column<AfterSaleRow>[] = [
  { key: 'kind', title: t.kind, render: (row) => AFTER_SALE_KIND_TEXT[row.kind] },
  { key: 'reason', title: t.reason, render: (row) => AFTER_SALE_REASON_TEXT[row.reason] },
  { key: 'amount', title: t.amount, align: 'end', render: (row) => <Fen value={row.amountFen} /> },
  {
    key: 'due',
    title: t.due,
    render: (row) =>
      row.dueAt === null ? (
        t.noDue
      ) : row.escalated ? (
        <StatusTag tone="todo">{t.overdue}</StatusTag>
      ) : (
        <Moment at={row.dueAt} />
      ),
  },
  { key: 'status', title: t.status, render: (row) => <AfterSaleStatusTag status={row.status} /> },
  { key: 'createdAt', title: t.createdAt, render: (row) => <Moment at={row.createdAt} /> },
];

export function Page() {
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useState<string>();
  const queue = QUEUES.find((candidate) => candidate === params.get('queue')) ?? 'waiting';
  const goods: Column<AfterSaleRow> = {
    key: 'goods',
    title: t.goods,
    render: (row) => (
      <Button type="link" onClick={() => setChosen(row.id)}>
        {row.lines.map(({ name, quantity }) => `${name} × ${quantity}`).join('、')}
      </Button>
    ),
  };
  return (
    <PageFrame title={t.title} hint={t.hint}>
      <Tabs
        items={QUEUES.map((key) => ({ key, label: t.queues[key] }))}
        activeKey={queue}
        onChange={(key) => setParams(key === 'waiting' ? {} : { queue: key })}
      />
      <RecordList
        label={t.title}
        list={useAfterSales(queue)}
        columns={[goods, ...FACTS]}
        rowKey={(row) => row.id}
        empty={t.empty}
      />
      {chosen && <AfterSaleDrawer id={chosen} onClose={() => setChosen(undefined)} />}
    </PageFrame>
  );
}
