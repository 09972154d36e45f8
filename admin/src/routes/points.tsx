import { useState } from 'react';
import { Alert, Button, Descriptions, Table } from 'antd';
import { Allowed } from '../app/AllowedPage';
import type { PointsLiability } from '../api/types';
import { TermsDrawer } from '../features/points/TermsDrawer';
import { useLiability, usePointsTerms } from '../features/points/use-points';
import { texts } from '../texts';
import { formatCount } from '../ui/format';
import { Loaded } from '../ui/Loaded';
import { PageFrame } from '../ui/PageFrame';
import { Fen } from '../ui/values';

const t = texts.points;
type Month = PointsLiability['months'][number];

const FIGURES = [
  'issued',
  'takenBack',
  'redeemed',
  'givenBack',
  'expired',
  'available',
  'pending',
  'debt',
] as const;

const COLUMNS = [
  { key: 'month', dataIndex: 'month', title: t.month, fixed: 'left' as const },
  ...FIGURES.map((key) => ({
    key,
    title: t[key],
    align: 'right' as const,
    render: (_: unknown, row: Month) => formatCount(row[key]),
  })),
  {
    key: 'value',
    title: t.value,
    align: 'right' as const,
    render: (_: unknown, row: Month) => <Fen value={row.valueFen} />,
  },
];

export function Page() {
  return (
    <PageFrame title={t.title} hint={t.hint} actions={<Terms />}>
      <Loaded query={useLiability()}>
        {(liability) => (
          <>
            <Proof liability={liability} />
            <Table<Month>
              rowKey="month"
              size="middle"
              style={{ marginTop: 16 }}
              columns={COLUMNS}
              dataSource={liability.months}
              pagination={false}
              scroll={{ x: 'max-content' }}
              locale={{ emptyText: t.empty }}
              footer={() => t.worth(liability.pointsPerYuan)}
            />
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

/** Whether finance may sign; an alarm stands above everything. */
function Proof({ liability: { alarm, proof } }: { liability: PointsLiability }) {
  if (alarm) {
    const found = proof?.violations ?? 0;
    return (
      <Alert
        type="error"
        showIcon
        message={t.alarm}
        description={
          <>
            {found > 0 ? t.alarmFound(found) : t.alarmMissing}
            {proof && proof.findings.length > 0 && (
              <Descriptions
                size="small"
                column={1}
                items={proof.findings.map(({ claim, row, expected, found: is }) => ({
                  key: `${claim}${row}`,
                  label: t.finding(claim, row),
                  children: `${t.expected} ${expected ?? '–'}，${t.found} ${is ?? '–'}`,
                }))}
              />
            )}
          </>
        }
      />
    );
  }
  return (
    <Alert
      type={proof ? 'success' : 'info'}
      showIcon
      message={proof ? t.proved(formatCount(proof.accounts), formatCount(proof.entries)) : t.notYet}
    />
  );
}

function Terms() {
  const { data } = usePointsTerms();
  const [open, setOpen] = useState(false);
  return (
    <Allowed to="loyalty.edit">
      <Button disabled={!data} onClick={() => setOpen(true)}>
        {t.terms}
      </Button>
      {data && <TermsDrawer terms={data} open={open} onClose={() => setOpen(false)} />}
    </Allowed>
  );
}
