import { Link } from 'react-router';
import { useBrandId } from '../../app/session';
import { paths } from '../../app/paths';
import type { MemberRow } from '../../api/types';
import { texts } from '../../texts';
import { RecordList } from '../../ui/RecordList';
import type { Column } from '../../ui/records';
import type { KeysetList } from '../../ui/use-keyset-list';
import { Moment, TextOrNone } from '../../ui/values';

const t = texts.members;

const FACTS: readonly Column<MemberRow>[] = [
  { key: 'phone', title: t.phone, render: (row) => row.phoneMasked ?? t.noPhone },
  { key: 'cardNo', title: t.cardNo, render: (row) => row.cardNo },
  { key: 'store', title: t.store, render: (row) => <TextOrNone text={row.store?.name} /> },
  { key: 'joinedAt', title: t.joinedAt, render: (row) => <Moment at={row.joinedAt} /> },
];

export function MemberTable({ list, empty }: { list: KeysetList<MemberRow>; empty: string }) {
  const brandId = useBrandId();
  const name: Column<MemberRow> = {
    key: 'name',
    title: t.name,
    render: (row) => <Link to={paths.member(brandId, row.id)}>{row.name ?? t.unnamed}</Link>,
  };
  return (
    <RecordList
      label={t.title}
      list={list}
      columns={[name, ...FACTS]}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}
