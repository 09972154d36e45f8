import { useState } from 'react';
import { Button, Space } from 'antd';
import { COUPON_KIND_TEXT, formatFen } from '@regulars/shared';
import { api } from '../api/api';
import type { CouponTemplate } from '../api/types';
import { Allowed } from '../app/AllowedPage';
import { useSession } from '../app/session';
import { CouponDrawer } from '../features/pricing/CouponDrawer';
import { BatchDialog, DropDialog, GivingRecords } from '../features/pricing/CouponGiving';
import { useCouponTemplates, usePricingChanged } from '../features/pricing/use-pricing';
import { texts } from '../texts';
import { formatCount, formatMoney, formatRate } from '../ui/format';
import { PageFrame } from '../ui/PageFrame';
import { RecordList } from '../ui/RecordList';
import type { Column } from '../ui/records';
import { StatusTag } from '../ui/StatusTag';
import { useAction } from '../ui/use-action';

const t = texts.coupons;

const COLUMNS: readonly Column<CouponTemplate>[] = [
  { key: 'name', title: t.name, render: (row) => row.terms.name },
  { key: 'worth', title: t.worth, render: worthOf },
  {
    key: 'issued',
    title: t.issued,
    align: 'end',
    render: (row) =>
      row.quota === null
        ? formatCount(row.funnel.issued)
        : `${formatCount(row.funnel.issued)} / ${formatCount(row.quota)}`,
  },
  { key: 'claimed', title: t.claimed, align: 'end', render: (row) => formatCount(row.funnel.claimed) },
  { key: 'used', title: t.used, align: 'end', render: (row) => formatCount(row.funnel.used) },
  {
    key: 'rate',
    title: t.usedRate,
    align: 'end',
    render: ({ funnel }) =>
      funnel.issued === 0
        ? texts.common.none
        : formatRate(Math.round((funnel.used * 10_000) / funnel.issued)),
  },
  { key: 'brought', title: t.brought, align: 'end', render: (row) => formatMoney(row.funnel.broughtFen) },
  {
    key: 'status',
    title: t.status,
    render: (row) => <StatusTag tone={row.status === 'active' ? 'good' : 'calm'}>{t[row.status]}</StatusTag>,
  },
];

interface Giving {
  way: 'batch' | 'drop';
  template: CouponTemplate;
}

export function Page() {
  const { can } = useSession();
  const [creating, setCreating] = useState(false);
  const [giving, setGiving] = useState<Giving>();
  const close = () => setGiving(undefined);
  const actions = (template: CouponTemplate) => (
    <Space>
      {template.status === 'active' && (
        <>
          <Button size="small" onClick={() => setGiving({ way: 'batch', template })}>
            {t.giveAll}
          </Button>
          <Button size="small" onClick={() => setGiving({ way: 'drop', template })}>
            {t.drop}
          </Button>
        </>
      )}
      <StatusButton template={template} />
    </Space>
  );
  return (
    <PageFrame
      title={t.title}
      hint={t.hint}
      actions={
        <Allowed to="coupons.edit">
          <Button type="primary" onClick={() => setCreating(true)}>
            {t.create}
          </Button>
        </Allowed>
      }
    >
      <RecordList
        label={t.title}
        list={useCouponTemplates()}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        empty={t.empty}
        actions={can('coupons.edit') ? actions : undefined}
      />
      <GivingRecords />
      <CouponDrawer open={creating} onClose={() => setCreating(false)} />
      {giving?.way === 'batch' && <BatchDialog template={giving.template} onClose={close} />}
      {giving?.way === 'drop' && <DropDialog template={giving.template} onClose={close} />}
    </PageFrame>
  );
}

function StatusButton({ template }: { template: CouponTemplate }) {
  const changed = usePricingChanged();
  const active = template.status === 'active';
  const toggle = useAction(async () => {
    const status = active ? ('stopped' as const) : ('active' as const);
    await api.patch('/api/admin/coupon-templates/{id}', { path: { id: template.id }, body: { status } });
    await changed();
  });
  return (
    <Button size="small" loading={toggle.busy} onClick={toggle.run}>
      {active ? t.stop : t.start}
    </Button>
  );
}

function worthOf({ terms }: CouponTemplate): string {
  const { kind, offFen, rateBp, fromFen } = terms;
  const worth =
    kind === 'amount'
      ? `-${formatFen(offFen ?? 0)}`
      : kind === 'percent'
        ? `${(rateBp ?? 10_000) / 1000} 折`
        : COUPON_KIND_TEXT.exchange;
  return fromFen === 0 ? worth : `满 ${formatFen(fromFen)} ${worth}`;
}
