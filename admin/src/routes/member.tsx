import { useParams } from 'react-router';
import { Tabs } from 'antd';
import { paths } from '../app/paths';
import { useSession } from '../app/session';
import { CheckInHistory } from '../features/members/CheckInHistory';
import { MemberStanding } from '../features/members/MemberStanding';
import { MemberSummary } from '../features/members/MemberSummary';
import { PointsStatement } from '../features/members/PointsStatement';
import { useMember } from '../features/members/use-members';
import { OrderTable } from '../features/orders/OrderTable';
import { useMemberOrders } from '../features/orders/use-orders';
import { texts } from '../texts';
import { Loaded } from '../ui/Loaded';
import { PageFrame } from '../ui/PageFrame';

const t = texts.members;

export function Page() {
  const { brand } = useSession();
  const { memberId = '' } = useParams();
  const member = useMember(memberId);
  const title = member.data ? (member.data.name ?? t.unnamed) : t.name;
  return (
    <PageFrame title={title} back={{ to: paths.page(brand.id, 'members'), text: t.title }}>
      <Loaded query={member}>
        {(profile) => (
          <>
            <MemberStanding memberId={profile.id} />
            <MemberSummary member={profile} />
            <Ledgers memberId={profile.id} />
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

/** Everything that was booked, bought and visited. Each ledger is fetched when its tab is opened. */
function Ledgers({ memberId }: { memberId: string }) {
  const { canOpen } = useSession();
  const tabs = [
    { key: 'points', label: t.entries, children: <PointsStatement memberId={memberId} /> },
    { key: 'orders', label: t.orders, children: <Orders memberId={memberId} />, hidden: !canOpen('orders') },
    { key: 'check-ins', label: t.checkIns, children: <CheckInHistory memberId={memberId} /> },
  ];
  return <Tabs items={tabs.filter(({ hidden }) => !hidden)} />;
}

function Orders({ memberId }: { memberId: string }) {
  return <OrderTable list={useMemberOrders(memberId)} empty={t.ordersEmpty} />;
}
