import { api } from '../../api/api';
import type { Reward } from '../../api/types';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { FormDrawer } from '../../ui/FormDrawer';
import type { FieldPath } from '../../ui/problems';
import { useDone } from '../../ui/use-done';
import { draftOfReward, NEW_REWARD, newReward, rewardChange, type RewardDraft } from './reward-draft';
import { RewardFields } from './RewardFields';
import { useRewardsChanged } from './use-rewards';

interface RewardDrawerProps {
  /** Absent: a new one. */
  reward?: Reward;
  open: boolean;
  onClose: () => void;
}

export function RewardDrawer({ reward, open, onClose }: RewardDrawerProps) {
  const brandId = useBrandId();
  const rewardsChanged = useRewardsChanged();
  const done = useDone();

  async function save(draft: RewardDraft) {
    const saved = reward
      ? await api.patch('/api/admin/rewards/{id}', {
          path: { id: reward.id },
          body: rewardChange(reward, draft),
        })
      : await api.post('/api/admin/rewards', { body: { brandId, ...newReward(draft) } });
    await rewardsChanged();
    done(texts.rewards.saved(saved.name));
    onClose();
  }

  return (
    <FormDrawer
      title={reward ? texts.rewards.editTitle : texts.rewards.create}
      open={open}
      initialValues={reward ? draftOfReward(reward) : NEW_REWARD}
      fieldOf={rewardField}
      onSubmit={save}
      onClose={onClose}
    >
      <RewardFields stock={reward?.stock} />
    </FormDrawer>
  );
}

function rewardField(field: string): FieldPath {
  const names: Record<string, string> = { pictureUrl: 'pictures', stockChange: 'stock' };
  return [names[field] ?? field];
}
