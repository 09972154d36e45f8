import { Alert, Typography } from 'antd';
import type { ClosingDay } from '../../api/types';
import { texts } from '../../texts';
import { formatInstant } from '../../ui/format';
import { isMatched } from './is-matched';

const t = texts.reconciliation;

/** How far the day is, in words. */
export function DayNotices({ day }: { day: ClosingDay }) {
  if (!isMatched(day)) {
    const why = day.problem ?? (day.state === 'none' ? t.neverAsked : t.notYet);
    return <Alert type="warning" showIcon message={why} />;
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
