import type { RedemptionView } from '@/api/views';
import { RedemptionCode } from '@/features/loyalty';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';

export function RedeemedSheet({ redemption, onClose }: { redemption: RedemptionView; onClose: () => void }) {
  return (
    <Sheet
      open
      title={`换到了：${redemption.reward.name}`}
      onClose={onClose}
      footer={
        <Button
          kind="line"
          block
          onClick={() => {
            onClose();
            open('redemptions');
          }}
        >
          看我的兑换
        </Button>
      }
    >
      <RedemptionCode redemption={redemption} />
    </Sheet>
  );
}
