import { Link } from 'react-router';
import { Space } from 'antd';
import { paths } from '../../app/paths';
import { useBrandId } from '../../app/session';
import type { Category, Product } from '../../api/types';
import { texts } from '../../texts';
import { Picture } from '../../ui/Picture';
import { RecordList } from '../../ui/RecordList';
import type { Column } from '../../ui/records';
import type { KeysetList } from '../../ui/use-keyset-list';
import { StatusTag } from '../../ui/StatusTag';
import { Fen, TextOrNone } from '../../ui/values';

const t = texts.catalogue;

interface ProductTableProps {
  list: KeysetList<Product>;
  categories: readonly Category[];
}

export function ProductTable({ list, categories }: ProductTableProps) {
  const brandId = useBrandId();
  const categoryName = new Map(categories.map(({ id, name }) => [id, name]));
  const columns: readonly Column<Product>[] = [
    {
      key: 'name',
      title: t.name,
      render: (row) => (
        <Space size={12}>
          <Picture url={row.pictures[0] ?? ''} name={row.name} size={44} />
          <Link to={paths.product(brandId, row.id)}>{row.name}</Link>
        </Space>
      ),
    },
    {
      key: 'category',
      title: t.category,
      render: (row) => <TextOrNone text={categoryName.get(row.categoryId)} />,
    },
    { key: 'skus', title: t.skus, render: (row) => t.skuCount(row.skus.length) },
    { key: 'price', title: t.price, align: 'end', render: (row) => <Fen value={row.priceFen} /> },
    {
      key: 'status',
      title: t.status,
      render: (row) => (
        <StatusTag tone={row.status === 'on_sale' ? 'good' : 'calm'}>{t.statuses[row.status]}</StatusTag>
      ),
    },
  ];
  return (
    <RecordList label={t.title} list={list} columns={columns} rowKey={(row) => row.id} empty={t.empty} />
  );
}
