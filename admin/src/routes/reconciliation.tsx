import { useSearchParams } from 'react-router';
import { Alert, Button } from 'antd';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { ClosingDayTable } from '../features/reconciliation/ClosingDayTable';
import { ExportButton } from '../features/reconciliation/ExportButton';
import { addMonths, daysOfMonth, monthOf } from '../features/reconciliation/months';
import { useClosingDays } from '../features/reconciliation/use-reconciliation';
import { texts } from '../texts';
import { formatDayOf } from '../ui/format';
import { PageFrame } from '../ui/PageFrame';
import { wholeList } from '../ui/use-keyset-list';
import '../features/reconciliation/differences.css';

const t = texts.reconciliation;

export function Page() {
  const [params, setParams] = useSearchParams();
  const today = formatDayOf(new Date().toISOString());
  const month = monthOf(params.get('month'), today);
  const days = useClosingDays(month);
  const open = days.data?.filter(({ state }) => state === 'open').length ?? 0;
  const go = (months: number) => setParams({ month: addMonths(month, months) });
  return (
    <PageFrame title={t.title} hint={t.hint} actions={<ExportButton {...daysOfMonth(month)} />}>
      <div className="month-picker" role="group" aria-label={t.month}>
        <Button icon={<LeftOutlined />} aria-label={t.previousMonth} onClick={() => go(-1)} />
        <strong>{month}</strong>
        <Button
          icon={<RightOutlined />}
          aria-label={t.nextMonth}
          disabled={month >= today.slice(0, 7)}
          onClick={() => go(1)}
        />
      </div>
      {open > 0 && <Alert type="warning" showIcon message={t.openDays(open)} />}
      <ClosingDayTable list={wholeList(days)} />
    </PageFrame>
  );
}
