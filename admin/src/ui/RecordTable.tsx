import { Card, Table } from 'antd';
import type { RecordListProps } from './records';

export function RecordTable<T extends object>({ list, columns, rowKey, actions }: RecordListProps<T>) {
  const shown = columns.map(({ key, title, render, align }) => ({
    key,
    title,
    align,
    render: (_: unknown, row: T) => render(row),
  }));
  const withActions = actions
    ? [
        ...shown,
        { key: 'actions', title: '', align: 'end' as const, render: (_: unknown, row: T) => actions(row) },
      ]
    : shown;
  return (
    <Card styles={{ body: { padding: 0 } }}>
      <Table<T>
        className="record-table"
        columns={withActions}
        dataSource={list.rows}
        rowKey={rowKey}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
    </Card>
  );
}
