import { Form, Input, InputNumber } from 'antd';
import { api } from '../../api/api';
import type { TagGroup } from '../../api/types';
import { texts } from '../../texts';
import { FormDialog } from '../../ui/FormDialog';
import { useDone } from '../../ui/use-done';
import { useTagsChanged } from './use-tags';

const t = texts.tags;

interface Answers {
  name: string;
  description: string;
  freshDays: number | null;
}

export function TagDialog({ group, onClose }: { group: TagGroup; onClose: () => void }) {
  const tagsChanged = useTagsChanged();
  const done = useDone();

  async function save({ freshDays, ...answers }: Answers) {
    const tag = await api.post('/api/admin/tags', {
      body: { groupId: group.id, source: 'manual', freshDays: freshDays ?? null, ...answers },
    });
    await tagsChanged();
    done(t.savedTag(tag.name));
    onClose();
  }

  return (
    <FormDialog<Answers>
      title={`${t.createTag} · ${group.name}`}
      open
      initialValues={{ name: '', description: '', freshDays: null }}
      submitText={texts.common.save}
      onSubmit={save}
      onClose={onClose}
    >
      <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: t.name }]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="description" label={t.description} extra={t.descriptionHint}>
        <Input.TextArea maxLength={200} rows={2} />
      </Form.Item>
      <Form.Item name="freshDays" label={t.freshDays} extra={t.freshDaysHint}>
        <InputNumber min={1} max={3650} precision={0} />
      </Form.Item>
    </FormDialog>
  );
}
