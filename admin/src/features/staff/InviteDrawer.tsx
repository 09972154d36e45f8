import { Form, Input, Radio, Select } from 'antd';
import { STAFF_ROLES, STAFF_ROLE_TEXT } from '@regulars/shared';
import { api } from '../../api/api';
import type { Invitation, StaffMember, Store } from '../../api/types';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { FormDrawer } from '../../ui/FormDrawer';
import { picked, required } from '../../ui/rules';
import { useStaffChanged } from './use-staff';

const t = texts.staff;

interface InviteDraft {
  name: string;
  role: StaffMember['role'];
  storeIds: string[];
}

const NEW_STAFF: InviteDraft = { name: '', role: 'clerk', storeIds: [] };
const ROLES = STAFF_ROLES.map((role) => ({
  value: role,
  label: `${STAFF_ROLE_TEXT[role]}：${t.roleHints[role]}`,
}));

interface InviteDrawerProps {
  stores: readonly Store[];
  open: boolean;
  onClose: () => void;
  onInvited: (name: string, invitation: Invitation) => void;
}

export function InviteDrawer({ stores, open, onClose, onInvited }: InviteDrawerProps) {
  const brandId = useBrandId();
  const staffChanged = useStaffChanged();

  async function invite(draft: InviteDraft) {
    const { staff, invitation } = await api.post('/api/admin/staff', { body: { brandId, ...draft } });
    await staffChanged();
    onInvited(staff.name, invitation);
  }

  return (
    <FormDrawer
      title={t.invite}
      open={open}
      initialValues={NEW_STAFF}
      submitText={t.inviteSubmit}
      onSubmit={invite}
      onClose={onClose}
    >
      <Form.Item name="name" label={t.name} rules={[required(t.name)]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="role" label={t.role} required>
        <Radio.Group options={ROLES} className="stacked-radios" />
      </Form.Item>
      <Form.Item name="storeIds" label={t.stores} extra={t.storesHint} rules={[picked(t.stores)]}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={stores.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </FormDrawer>
  );
}
