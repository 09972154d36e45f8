import { Form, Input, Select } from 'antd';
import { LIVE_CODE_CHANNELS, LIVE_CODE_CHANNEL_TEXT } from '@regulars/shared';
import { api } from '../../api/api';
import { changedFields } from '../../api/changed-fields';
import type { LiveCode, LiveCodeInput } from '../../api/types';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { FormDrawer } from '../../ui/FormDrawer';
import { required } from '../../ui/rules';
import { useDone } from '../../ui/use-done';
import { useLiveCodesChanged } from './use-live-codes';

const t = texts.liveCodes;
const NEW_CODE: LiveCodeInput = { name: '', channel: 'counter', promise: '' };
const CHANNELS = LIVE_CODE_CHANNELS.map((channel) => ({
  value: channel,
  label: LIVE_CODE_CHANNEL_TEXT[channel],
}));

interface LiveCodeDrawerProps {
  storeId: string;
  /** Absent: a new one. */
  code?: LiveCode;
  open: boolean;
  onClose: () => void;
}

export function LiveCodeDrawer({ storeId, code, open, onClose }: LiveCodeDrawerProps) {
  const brandId = useBrandId();
  const codesChanged = useLiveCodesChanged();
  const done = useDone();

  async function save(input: LiveCodeInput) {
    if (code) {
      await api.patch('/api/admin/live-codes/{id}', {
        path: { id: code.id },
        body: changedFields(inputOf(code), input),
      });
    } else {
      await api.post('/api/admin/live-codes', { body: { brandId, storeIds: [storeId], ...input } });
    }
    await codesChanged();
    done(code ? t.saved(input.name) : t.created);
    onClose();
  }

  return (
    <FormDrawer
      title={code ? t.editTitle : t.create}
      open={open}
      initialValues={code ? inputOf(code) : NEW_CODE}
      onSubmit={save}
      onClose={onClose}
    >
      <Form.Item name="name" label={t.name} rules={[required(t.name)]}>
        <Input maxLength={40} placeholder={t.nameExample} />
      </Form.Item>
      <Form.Item name="channel" label={t.channel} required>
        <Select options={CHANNELS} />
      </Form.Item>
      <Form.Item name="promise" label={t.promise} extra={t.promiseHint} rules={[required(t.promise)]}>
        <Input.TextArea maxLength={80} showCount autoSize={{ minRows: 2 }} placeholder={t.promiseExample} />
      </Form.Item>
    </FormDrawer>
  );
}

function inputOf({ name, channel, promise }: LiveCode): LiveCodeInput {
  return { name, channel, promise };
}
