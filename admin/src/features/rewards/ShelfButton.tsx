import { Button } from 'antd';
import type { RewardStatus } from '@regulars/shared';
import { api } from '../../api/api';
import type { Reward } from '../../api/types';
import { texts } from '../../texts';
import { useAction } from '../../ui/use-action';
import { useDone } from '../../ui/use-done';
import { useRewardsChanged } from './use-rewards';

const t = texts.rewards;

/** Puts a reward on the shelf or takes it off; either can be taken back. */
export function ShelfButton({ reward }: { reward: Reward }) {
  const rewardsChanged = useRewardsChanged();
  const done = useDone();
  const onShelf = reward.status === 'on_shelf';

  async function move(status: RewardStatus) {
    await api.patch('/api/admin/rewards/{id}', { path: { id: reward.id }, body: { status } });
    await rewardsChanged();
  }

  const toggle = useAction(async () => {
    await move(onShelf ? 'off_shelf' : 'on_shelf');
    done(onShelf ? t.takenOff(reward.name) : t.putOn(reward.name), () => move(reward.status));
  });

  return (
    <Button size="small" loading={toggle.busy} onClick={toggle.run}>
      {onShelf ? t.takeOff : t.putOnShelf}
    </Button>
  );
}
