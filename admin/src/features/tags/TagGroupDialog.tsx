import { Checkbox, Form, Input } from 'antd';
import { api } from '../../api/api';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { FormDialog } from '../../ui/FormDialog';
import { useDone } from '../../ui/use-done';
import { useTagsChanged } from './use-tags';

const t = texts.tags;

interface Answers {
  name: string;
  exclusive: boolean;
  byStaff: boolean;
}

export function TagGroupDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const brandId = useBrandId();
  const tagsChanged = useTagsChanged();
  const done = useDone();

  async function save(answers: Answers) {
    const group = await api.post('/api/admin/tag-groups', { body: { brandId, ...answers } });
    await tagsChanged();
    done(t.savedGroup(group.name));
    onClose();
  }

  return (
    <FormDialog<Answers>
      title={t.createGroup}
      open={open}
      initialValues={{ name: '', exclusive: false, byStaff: true }}
      submitText={texts.common.save}
      onSubmit={save}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t.groupName}
        rules={[{ required: true, whitespace: true, message: t.groupNameHint }]}
      >
        <Input maxLength={20} placeholder={t.groupNameHint} />
      </Form.Item>
      <Form.Item name="exclusive" valuePropName="checked" extra={t.exclusiveHint}>
        <Checkbox>{t.exclusive}</Checkbox>
      </Form.Item>
      <Form.Item name="byStaff" valuePropName="checked">
        <Checkbox>{t.byStaff}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
