import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card, Empty, Skeleton } from 'antd';
import { texts } from '../../texts';
import { problemText } from '../../ui/problems';
import type { KeysetList } from '../../ui/use-keyset-list';
import './recent-card.css';

/** As many as fit beside each other's card without scrolling. */
const ROWS = 5;

interface RecentCardProps<T> {
  title: string;
  list: KeysetList<T>;
  to: string;
  empty: string;
  children: (row: T) => { key: string; what: ReactNode; detail: ReactNode };
}

/** The newest few of a list; the list itself is one click away. */
export function RecentCard<T>({ title, list, to, empty, children }: RecentCardProps<T>) {
  return (
    <Card title={title} extra={<Link to={to}>{texts.overview.all}</Link>}>
      {list.isPending ? (
        <Skeleton active title={false} paragraph={{ rows: ROWS, width: '100%' }} />
      ) : list.error ? (
        problemText(list.error)
      ) : list.rows.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
      ) : (
        <ul className="recent">
          {list.rows.slice(0, ROWS).map((row) => {
            const { key, what, detail } = children(row);
            return (
              <li key={key}>
                <span>{what}</span>
                <span className="recent-detail">{detail}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
