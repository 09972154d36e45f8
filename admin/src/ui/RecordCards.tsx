import { Card } from 'antd';
import type { RecordListProps } from './records';

export function RecordCards<T extends object>({ list, columns, rowKey, actions }: RecordListProps<T>) {
  const [heading, ...facts] = columns;
  return (
    <ul className="record-cards">
      {list.rows.map((row) => (
        <li key={rowKey(row)}>
          <Card size="small">
            <div className="record-heading">{heading?.render(row)}</div>
            <dl className="record-facts">
              {facts.map(({ key, title, render }) => (
                <div key={key}>
                  <dt>{title}</dt>
                  <dd>{render(row)}</dd>
                </div>
              ))}
            </dl>
            {actions && <div className="record-actions">{actions(row)}</div>}
          </Card>
        </li>
      ))}
    </ul>
  );
}
