import { Card, Statistic } from 'antd';
import type { MemberCard } from '../../api/types';
import { texts } from '../../texts';
import { formatCount, formatMoney } from '../../ui/format';
import { Loaded } from '../../ui/Loaded';
import { useMemberCard } from './use-members';
import './member-standing.css';

const t = texts.members;

/** Tier, points and growth, as the member's own card shows them. */
export function MemberStanding({ memberId }: { memberId: string }) {
  return (
    <Card>
      <Loaded query={useMemberCard(memberId)} rows={1}>
        {(card) => <Standing card={card} />}
      </Loaded>
    </Card>
  );
}

function Standing({ card: { tier, growth, points, savedFen } }: { card: MemberCard }) {
  return (
    <div className="member-standing">
      <div>
        <Statistic title={t.tier} value={tier.name} />
        <span className="member-next-tier">
          {tier.next ? t.nextTier(tier.next.name, formatCount(tier.next.growthNeeded)) : t.topTier}
        </span>
      </div>
      <Statistic title={t.points} value={points.available} />
      {points.pending > 0 && <Statistic title={t.pointsPending} value={points.pending} />}
      {points.debt > 0 && <Statistic title={t.pointsDebt} value={points.debt} />}
      <Statistic title={t.growth} value={growth} />
      <Statistic title={t.saved} value={formatMoney(savedFen)} />
    </div>
  );
}
