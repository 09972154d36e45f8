import { useState } from 'react';
import { Button, Card, InputNumber, Space } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import type { ReturnWindow } from '../../api/types';
import { Allowed } from '../../app/AllowedPage';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { Loaded } from '../../ui/Loaded';
import { useAction } from '../../ui/use-action';
import { useDone } from '../../ui/use-done';

const t = texts.guarantees;

/** How long goods may come back without a reason, by tier. */
export function ReturnWindows() {
  const brandId = useBrandId();
  const query = useQuery({
    queryKey: keys.returnWindows(brandId),
    queryFn: () => api.get('/api/admin/return-windows', { query: { brandId } }),
  });
  return (
    <Card title={t.windows}>
      <p>{t.windowsHint}</p>
      <Loaded query={query} rows={2}>
        {({ windows }) => <Edit key={JSON.stringify(windows)} known={windows} />}
      </Loaded>
    </Card>
  );
}

function Edit({ known }: { known: readonly ReturnWindow[] }) {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  const done = useDone();
  const [windows, setWindows] = useState<readonly ReturnWindow[]>(known);
  const change = (index: number, part: Partial<ReturnWindow>) =>
    setWindows(windows.map((window, place) => (place === index ? { ...window, ...part } : window)));
  const saving = useAction(async () => {
    await api.put('/api/admin/return-windows', { body: { brandId, windows: [...windows] } });
    await queryClient.invalidateQueries({ queryKey: keys.returnWindows(brandId) });
    done(t.windowsSaved);
  });
  const next = windows.reduce((level, window) => Math.max(level, window.tierLevel + 1), 0);
  return (
    <Space direction="vertical">
      {windows.map(({ tierLevel, days }, index) => (
        <Space key={tierLevel} wrap>
          {t.level(tierLevel)}
          <InputNumber
            aria-label={t.days}
            min={0}
            max={365}
            precision={0}
            value={days}
            onChange={(value) => change(index, { days: value ?? 0 })}
          />
          {t.days}
          <Allowed to="guarantees.edit">
            <Button size="small" onClick={() => setWindows(windows.filter((_, place) => place !== index))}>
              {t.removeWindow}
            </Button>
          </Allowed>
        </Space>
      ))}
      <Allowed to="guarantees.edit">
        <Space wrap>
          <Button onClick={() => setWindows([...windows, { tierLevel: next, days: 7 }])}>
            {t.addWindow}
          </Button>
          <Button type="primary" loading={saving.busy} onClick={saving.run}>
            {t.saveWindows}
          </Button>
        </Space>
      </Allowed>
    </Space>
  );
}
