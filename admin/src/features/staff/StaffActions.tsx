import { App, Button } from 'antd';
import { api } from '../../api/api';
import type { StaffMember } from '../../api/types';
import { texts } from '../../texts';
import { useAction } from '../../ui/use-action';
import { useDone } from '../../ui/use-done';
import type { SentInvitation } from './InvitationDialog';
import { useStaffChanged } from './use-staff';

const t = texts.staff;

interface StaffActionsProps {
  person: StaffMember;
  onInvited: (sent: SentInvitation) => void;
}

export function StaffActions({ person, onInvited }: StaffActionsProps) {
  const { modal } = App.useApp();
  const staffChanged = useStaffChanged();
  const done = useDone();
  const path = { id: person.id };

  const inviteAgain = useAction(async () => {
    const invitation = await api.post('/api/admin/staff/{id}/invitation', { path });
    await staffChanged();
    onInvited({ name: person.name, invitation });
  });

  const remove = useAction(async () => {
    await api.delete('/api/admin/staff/{id}', { path });
    await staffChanged();
    done(t.removed(person.name));
  });

  function askToRemove() {
    modal.confirm({
      title: t.removeTitle(person.name),
      content: t.removeText,
      okText: t.remove,
      okButtonProps: { danger: true },
      cancelText: texts.common.cancel,
      onOk: remove.run,
    });
  }

  return (
    <>
      {person.status === 'invited' && (
        <Button size="small" loading={inviteAgain.busy} onClick={inviteAgain.run}>
          {t.reinvite}
        </Button>
      )}
      <Button size="small" loading={remove.busy} onClick={askToRemove}>
        {t.remove}
      </Button>
    </>
  );
}
