import { Alert, Typography } from 'antd';
import type { ClosingDay } from '../../api/types';
import { texts } from '../../texts';
import { formatInstant } from '../../ui/format';

const t = texts.reconciliation;

/** How far the day is, in words. */
export function DayNotices({ day }: { day: ClosingDay }) {
  if (day.state === 'waiting') {
    return <Alert type="warning" showIcon message={day.problem ?? t.notYet} />;
  }
  return (
    <>
      {day.unassignedDifferences > 0 && (
        <Alert type="warning" showIcon message={t.unassigned(day.unassignedDifferences)} />
      )}
      {day.signedAt && (
        <Alert
          type="success"
          showIcon
          message={t.signedBy(day.signedBy ?? '', formatInstant(day.signedAt))}
        />
      )}
      {day.fetchedAt && (
        <Typography.Text type="secondary">{t.fetchedAt(formatInstant(day.fetchedAt))}</Typography.Text>
      )}
    </>
  );
}
