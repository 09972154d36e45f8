import { Card, Tooltip } from 'antd';
import { InfoCircleOutlined } from '@ant-design/icons';
import type { ClosingDay } from '../../api/types';
import { texts } from '../../texts';
import { formatCount, formatMoney } from '../../ui/format';
import '../overview/figure-card.css';

const t = texts.reconciliation;

/** What the day brought, each sum with what it means. */
export function DaySums({ day }: { day: ClosingDay }) {
  const sums = [
    { label: `${t.paid} · ${formatCount(day.payments)} 笔`, fen: day.paidFen, hint: t.paidHint },
    { label: `${t.refunded} · ${formatCount(day.refunds)} 笔`, fen: day.refundedFen, hint: t.refundedHint },
    { label: t.fee, fen: day.feeFen, hint: t.feeHint },
    { label: t.net, fen: day.netFen, hint: t.netHint },
  ];
  return (
    <section className="figure-grid" aria-label={t.net}>
      {sums.map(({ label, fen, hint }) => (
        <Card key={label} className="figure-card">
          <div className="figure-label">
            {label}
            <Tooltip title={hint}>
              <button type="button" className="figure-info" aria-label={hint}>
                <InfoCircleOutlined />
              </button>
            </Tooltip>
          </div>
          <div className="figure-value">{formatMoney(fen)}</div>
        </Card>
      ))}
    </section>
  );
}
