import { Alert, Button, Card, Empty, Skeleton } from 'antd';
import { texts } from '../texts';
import { ErrorState } from './ErrorState';
import { problemText } from './problems';
import { RecordCards } from './RecordCards';
import { RecordTable } from './RecordTable';
import { useNarrow } from './use-narrow';
import type { RecordListProps } from './records';
import type { KeysetList } from './use-keyset-list';
import './record-list.css';

/** A keyset list as a table, or as cards where a table has no room. */
export function RecordList<T extends object>(props: RecordListProps<T>) {
  const { list, empty } = props;
  const narrow = useNarrow();
  if (list.isPending) {
    return (
      <Card aria-busy="true">
        <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />
      </Card>
    );
  }
  if (list.rows.length === 0) {
    return (
      <Card>
        {list.error ? (
          <ErrorState error={list.error} onRetry={list.retry} />
        ) : (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
        )}
      </Card>
    );
  }
  const Records = narrow ? RecordCards : RecordTable;
  return (
    <section aria-label={props.label} className="record-list">
      <Records {...props} />
      <ListEnd list={list} />
    </section>
  );
}

function ListEnd<T>({ list }: { list: KeysetList<T> }) {
  const { rows, hasMore, isLoadingMore, loadMore, error, retry } = list;
  if (error) {
    const again = <Button onClick={retry}>{texts.common.retry}</Button>;
    return <Alert type="warning" showIcon message={problemText(error)} action={again} />;
  }
  return (
    <footer className="record-list-end">
      <span aria-live="polite">
        {hasMore ? texts.common.shown(rows.length) : texts.common.shownAll(rows.length)}
      </span>
      {hasMore && (
        <Button onClick={loadMore} loading={isLoadingMore}>
          {texts.common.loadMore}
        </Button>
      )}
    </footer>
  );
}
