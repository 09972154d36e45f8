import { useParams } from 'react-router';
import { paths } from '../app/paths';
import { useBrandId } from '../app/session';
import { DayActions } from '../features/reconciliation/DayActions';
import { DayNotices } from '../features/reconciliation/DayNotices';
import { DaySums } from '../features/reconciliation/DaySums';
import { DifferenceTable } from '../features/reconciliation/DifferenceTable';
import { ClosingStateTag } from '../features/reconciliation/ClosingStateTag';
import { isMatched } from '../features/reconciliation/is-matched';
import { useClosingDay, useDifferences } from '../features/reconciliation/use-reconciliation';
import { texts } from '../texts';
import { Loaded } from '../ui/Loaded';
import { PageFrame } from '../ui/PageFrame';

const t = texts.reconciliation;

export function Page() {
  const brandId = useBrandId();
  const { day = '' } = useParams();
  const closing = useClosingDay(day);
  return (
    <PageFrame
      title={t.dayTitle(day)}
      hint={closing.data && <ClosingStateTag state={closing.data.state} />}
      back={{ to: `${paths.page(brandId, 'reconciliation')}?month=${day.slice(0, 7)}`, text: t.title }}
      actions={closing.data && <DayActions day={closing.data} />}
    >
      <Loaded query={closing}>
        {(found) => (
          <>
            <DayNotices day={found} />
            {isMatched(found) && <DaySums day={found} />}
            {isMatched(found) && <Differences day={day} />}
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

function Differences({ day }: { day: string }) {
  return <DifferenceTable list={useDifferences(day)} />;
}
