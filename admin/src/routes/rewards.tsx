import { useState } from 'react';
import { Button, Space } from 'antd';
import { REWARD_KIND_TEXT, REWARD_STATUS_TEXT } from '@regulars/shared';
import { Allowed } from '../app/AllowedPage';
import { useSession } from '../app/session';
import type { Reward } from '../api/types';
import { RewardDrawer } from '../features/rewards/RewardDrawer';
import { ShelfButton } from '../features/rewards/ShelfButton';
import { useRewards } from '../features/rewards/use-rewards';
import { texts } from '../texts';
import { formatCount } from '../ui/format';
import { PageFrame } from '../ui/PageFrame';
import { Picture } from '../ui/Picture';
import { RecordList } from '../ui/RecordList';
import { StatusTag } from '../ui/StatusTag';
import type { Column } from '../ui/records';

const t = texts.rewards;

const COLUMNS: readonly Column<Reward>[] = [
  {
    key: 'name',
    title: t.name,
    render: (row) => (
      <Space size={12}>
        <Picture url={row.pictureUrl} name={row.name} size={44} />
        {row.name}
      </Space>
    ),
  },
  { key: 'kind', title: t.kind, render: (row) => REWARD_KIND_TEXT[row.kind] },
  { key: 'points', title: t.points, align: 'end', render: (row) => formatCount(row.points) },
  { key: 'stock', title: t.stock, align: 'end', render: (row) => formatCount(row.stock) },
  { key: 'limit', title: t.limit, align: 'end', render: (row) => row.perMemberLimit ?? t.unlimited },
  { key: 'redeemed', title: t.redeemed, align: 'end', render: (row) => formatCount(row.redeemed) },
  {
    key: 'status',
    title: t.status,
    render: (row) => (
      <StatusTag tone={row.status === 'on_shelf' ? 'good' : 'calm'}>
        {REWARD_STATUS_TEXT[row.status]}
      </StatusTag>
    ),
  },
];

export function Page() {
  const { can } = useSession();
  const [creating, setCreating] = useState(false);
  const [edited, setEdited] = useState<Reward>();
  const actions = (reward: Reward) => (
    <Space>
      <Button size="small" onClick={() => setEdited(reward)}>
        {texts.common.edit}
      </Button>
      <ShelfButton reward={reward} />
    </Space>
  );
  return (
    <PageFrame
      title={t.title}
      hint={t.hint}
      actions={
        <Allowed to="rewards.edit">
          <Button type="primary" onClick={() => setCreating(true)}>
            {t.create}
          </Button>
        </Allowed>
      }
    >
      <RecordList
        label={t.title}
        list={useRewards()}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        empty={t.empty}
        actions={can('rewards.edit') ? actions : undefined}
      />
      <RewardDrawer open={creating} onClose={() => setCreating(false)} />
      {edited && <RewardDrawer reward={edited} open onClose={() => setEdited(undefined)} />}
    </PageFrame>
  );
}
