import { Form, Input, InputNumber, Select, Switch } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import {
  GUARANTEE_CLOCK_TEXT,
  GUARANTEE_KINDS,
  GUARANTEE_KIND_TEXT,
  type GuaranteeKind,
} from '@regulars/shared';
import { api } from '../../api/api';
import type { Guarantee } from '../../api/types';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { FormDrawer } from '../../ui/FormDrawer';
import { required } from '../../ui/rules';
import { useDone } from '../../ui/use-done';

const t = texts.guarantees;

interface Draft {
  kind: GuaranteeKind;
  title: string;
  text: string;
  hours: number;
  active: boolean;
}

const NEW: Draft = { kind: 'no_reason_return', title: '', text: '', hours: 48, active: true };

/** What is promised; orders that have it keep the words of their day. */
export function GuaranteeDrawer({ guarantee, onClose }: { guarantee?: Guarantee; onClose: () => void }) {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  const done = useDone();

  async function save(draft: Draft) {
    const body = { ...draft, productIds: guarantee?.productIds ?? [] };
    const saved = guarantee
      ? await api.put('/api/admin/guarantees/{id}', { path: { id: guarantee.id }, body })
      : await api.post('/api/admin/guarantees', { body: { brandId, ...body } });
    await queryClient.invalidateQueries({ queryKey: ['guarantees'] });
    done(t.saved(saved.title));
    onClose();
  }

  return (
    <FormDrawer<Draft>
      title={guarantee ? t.editTitle : t.create}
      open
      initialValues={guarantee ? draftOf(guarantee) : NEW}
      onSubmit={save}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t.kind}>
        <Select
          options={GUARANTEE_KINDS.map((value) => ({
            value,
            label: `${GUARANTEE_KIND_TEXT[value]}：${GUARANTEE_CLOCK_TEXT[value]}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="title" label={t.name} rules={[required(t.name)]}>
        <Input maxLength={12} showCount />
      </Form.Item>
      <Form.Item name="text" label={t.text} rules={[required(t.text)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={200} showCount />
      </Form.Item>
      <Form.Item name="hours" label={t.hours} rules={[{ required: true, message: t.hours }]}>
        <InputNumber min={1} max={720} precision={0} />
      </Form.Item>
      <Form.Item name="active" label={t.active} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDrawer>
  );
}

function draftOf({ kind, title, text, hours, active }: Guarantee): Draft {
  return { kind, title, text, hours, active };
}
