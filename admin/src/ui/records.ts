import type { ReactNode } from 'react';
import type { KeysetList } from './use-keyset-list';

export interface Column<T> {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  /** Figures stand at the end of their column. */
  align?: 'end';
}

export interface RecordListProps<T> {
  /** Said to screen readers. */
  label: string;
  list: KeysetList<T>;
  /** The first column names the record: it links to it, and heads its card on narrow screens. */
  columns: readonly Column<T>[];
  rowKey: (row: T) => string;
  empty: ReactNode;
  /** What can be done with a record right here. */
  actions?: (row: T) => ReactNode;
}
