import { Form, Input, Radio, Space, Typography } from 'antd';
import { SEGMENT_KINDS, type SegmentExpression, type SegmentKind } from '@regulars/shared';
import { api } from '../../api/api';
import type { Segment } from '../../api/types';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { FormDialog } from '../../ui/FormDialog';
import { useDone } from '../../ui/use-done';
import { useSegmentsChanged } from './use-segments';

const t = texts.segments;

interface SaveSegmentDialogProps {
  expression: SegmentExpression;
  /** Absent: a new one. */
  segment?: Segment;
  open: boolean;
  onClose: () => void;
  onSaved: (segment: Segment) => void;
}

interface Answers {
  name: string;
  kind: SegmentKind;
}

export function SaveSegmentDialog({ expression, segment, open, onClose, onSaved }: SaveSegmentDialogProps) {
  const brandId = useBrandId();
  const segmentsChanged = useSegmentsChanged();
  const done = useDone();

  async function save({ name, kind }: Answers) {
    const content = { name: name.trim(), expression: { ...expression } };
    const saved = segment
      ? await api.patch('/api/admin/segments/{id}', { path: { id: segment.id }, body: content })
      : await api.post('/api/admin/segments', { body: { brandId, kind, ...content } });
    await segmentsChanged();
    done(t.saved(saved.name));
    onSaved(saved);
  }

  return (
    <FormDialog<Answers>
      title={t.saveTitle}
      open={open}
      initialValues={{ name: segment?.name ?? '', kind: segment?.kind ?? 'dynamic' }}
      submitText={texts.common.save}
      onSubmit={save}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t.name}
        rules={[{ required: true, whitespace: true, message: t.nameHint }]}
      >
        <Input maxLength={40} placeholder={t.nameHint} />
      </Form.Item>
      {!segment && (
        <Form.Item name="kind" label={t.kind}>
          <Radio.Group>
            <Space direction="vertical">
              {SEGMENT_KINDS.map((kind) => (
                <Radio key={kind} value={kind}>
                  {t.kinds[kind]} <Typography.Text type="secondary">{t.kindHints[kind]}</Typography.Text>
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Form.Item>
      )}
    </FormDialog>
  );
}
