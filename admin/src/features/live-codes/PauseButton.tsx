import { Button } from 'antd';
import { PauseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons';
import type { LiveCodeStatus } from '@regulars/shared';
import { api } from '../../api/api';
import type { LiveCode } from '../../api/types';
import { texts } from '../../texts';
import { useAction } from '../../ui/use-action';
import { useDone } from '../../ui/use-done';
import { useLiveCodesChanged } from './use-live-codes';

const t = texts.liveCodes;

/** Stops a code from leading anywhere, or starts it again; the printed sheet stays as it is. */
export function PauseButton({ code }: { code: LiveCode }) {
  const codesChanged = useLiveCodesChanged();
  const done = useDone();
  const paused = code.status === 'paused';

  async function move(status: LiveCodeStatus) {
    await api.patch('/api/admin/live-codes/{id}', { path: { id: code.id }, body: { status } });
    await codesChanged();
  }

  const toggle = useAction(async () => {
    await move(paused ? 'active' : 'paused');
    done(paused ? t.resumed(code.name) : t.paused(code.name), () => move(code.status));
  });

  return (
    <Button
      type="link"
      className="inline-link"
      icon={paused ? <PlayCircleOutlined /> : <PauseCircleOutlined />}
      loading={toggle.busy}
      onClick={toggle.run}
    >
      {paused ? t.resume : t.pause}
    </Button>
  );
}
