import { open } from '@/platform/navigate';
import { Empty } from '@/ui/Empty';

/** Where only members have something to see: says what, and how to come in. */
export function JoinInvitation({ brandId, text }: { brandId: string; text: string }) {
  return (
    <Empty
      drawing="lantern"
      title="还没有会员卡"
      text={text}
      action={{ label: '免费加入会员', onClick: () => open('join', { brandId, back: 'yes' }) }}
    />
  );
}
