import { useState } from 'react';
import { Button, Space } from 'antd';
import { PROMOTION_KIND_TEXT, PROMOTION_STATUS_TEXT } from '@regulars/shared';
import type { Promotion } from '../api/types';
import { useSession } from '../app/session';
import { FreightDrawer } from '../features/pricing/FreightDrawer';
import { PointsRuleDrawer } from '../features/pricing/PointsRuleDrawer';
import { PromotionDrawer } from '../features/pricing/PromotionDrawer';
import { SimulatorDrawer } from '../features/pricing/SimulatorDrawer';
import { usePromotions } from '../features/pricing/use-pricing';
import { texts } from '../texts';
import { formatCount, formatInstant } from '../ui/format';
import { PageFrame } from '../ui/PageFrame';
import { RecordList } from '../ui/RecordList';
import type { Column } from '../ui/records';
import { StatusTag } from '../ui/StatusTag';

const t = texts.promotions;

const COLUMNS: readonly Column<Promotion>[] = [
  { key: 'name', title: t.name, render: (row) => row.name },
  { key: 'kind', title: t.kind, render: (row) => PROMOTION_KIND_TEXT[row.kind] },
  {
    key: 'time',
    title: t.time,
    render: (row) =>
      `${formatInstant(row.startsAt)} ${row.endsAt === null ? t.forever : t.until(formatInstant(row.endsAt))}`,
  },
  { key: 'sold', title: t.sold, align: 'end', render: (row) => formatCount(row.sold) },
  {
    key: 'status',
    title: t.status,
    render: (row) => (
      <StatusTag tone={row.holds ? 'good' : row.status === 'active' ? 'wait' : 'calm'}>
        {row.holds ? t.holds : PROMOTION_STATUS_TEXT[row.status]}
      </StatusTag>
    ),
  },
];

type Opened = 'new' | 'simulator' | 'freight' | 'points' | Promotion;

export function Page() {
  const { can } = useSession();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const edit = can('promotions.edit');
  return (
    <PageFrame
      title={t.title}
      hint={t.hint}
      actions={
        <Space wrap>
          <Button onClick={() => setOpened('simulator')}>{texts.simulator.open}</Button>
          {edit && (
            <>
              <Button onClick={() => setOpened('freight')}>{texts.freight.open}</Button>
              <Button onClick={() => setOpened('points')}>{texts.pointsRule.open}</Button>
              <Button type="primary" onClick={() => setOpened('new')}>
                {t.create}
              </Button>
            </>
          )}
        </Space>
      }
    >
      <RecordList
        label={t.title}
        list={usePromotions()}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        empty={t.empty}
        actions={
          edit
            ? (row) => (
                <Button size="small" onClick={() => setOpened(row)}>
                  {texts.common.edit}
                </Button>
              )
            : undefined
        }
      />
      <SimulatorDrawer open={opened === 'simulator'} onClose={close} />
      <FreightDrawer open={opened === 'freight'} onClose={close} />
      <PointsRuleDrawer open={opened === 'points'} onClose={close} />
      <PromotionDrawer open={opened === 'new'} onClose={close} />
      {typeof opened === 'object' && <PromotionDrawer promotion={opened} open onClose={close} />}
    </PageFrame>
  );
}
