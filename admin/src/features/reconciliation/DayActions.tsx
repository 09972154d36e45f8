import { Button, Popconfirm } from 'antd';
import { useSession } from '../../app/session';
import type { ClosingDay } from '../../api/types';
import { texts } from '../../texts';
import { useAction } from '../../ui/use-action';
import { useDone } from '../../ui/use-done';
import { ExportButton } from './ExportButton';
import { useReconciling } from './use-reconciliation';

const t = texts.reconciliation;

export function DayActions({ day }: { day: ClosingDay }) {
  const { can } = useSession();
  const { refresh, signOff } = useReconciling();
  const done = useDone();
  const refreshing = useAction(async () => {
    await refresh(day.day);
    done(t.refreshed);
  });
  const signing = useAction(async () => {
    await signOff(day.day);
    done(t.signed);
  });
  return (
    <>
      <ExportButton from={day.day} to={day.day} />
      {can('reconciliation.settle') && (
        <Button onClick={refreshing.run} loading={refreshing.busy}>
          {t.refresh}
        </Button>
      )}
      {can('reconciliation.settle') && day.state === 'clear' && (
        <Popconfirm
          title={t.signOffTitle}
          description={<div style={{ maxWidth: 260 }}>{t.signOffText}</div>}
          okText={t.signOff}
          cancelText={texts.common.cancel}
          onConfirm={signing.run}
        >
          <Button type="primary" loading={signing.busy}>
            {t.signOff}
          </Button>
        </Popconfirm>
      )}
    </>
  );
}
