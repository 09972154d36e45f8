import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAction } from '@/api/use-action';
import { MembersOnly } from '@/features/members';
import { say } from '@/platform/notice';
import { scan } from '@/platform/scan';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import styles from './AcceptInvitation.module.scss';
import { useInvitation } from './use-staff';

/** Staff are members whom the brand has invited: the code comes from its console. */
export function AcceptInvitation() {
  return (
    <MembersOnly text="店员也是会员：先领一张会员卡，再用邀请码打开工作台。">
      {() => <InvitationForm />}
    </MembersOnly>
  );
}

function InvitationForm() {
  const [code, setCode] = useState('');
  const accept = useInvitation();
  const accepting = useAction(async (invitation: string) => {
    await accept(invitation.trim());
    say('工作台已经打开');
  });
  const scanning = useAction(async () => {
    const scanned = await scan();
    if (scanned) {
      accepting.run(scanned);
    }
  });

  return (
    <>
      <View className={styles.text}>
        你还不是门店的工作人员。请店长在后台发一份邀请，扫邀请码，或者把邀请码填在下面。
      </View>
      <Button block busy={scanning.busy || accepting.busy} onClick={scanning.run}>
        <Icon name="scan" />
        扫邀请码
      </Button>
      <Block flush>
        <Field label="邀请码" value={code} onChange={setCode} maxLength={64} />
      </Block>
      <Button
        kind="line"
        block
        busy={accepting.busy}
        disabled={!code.trim()}
        onClick={() => accepting.run(code)}
      >
        接受邀请
      </Button>
    </>
  );
}
