import { Link } from 'react-router';
import { paths } from '../app/paths';
import { useBrandId, useSession } from '../app/session';
import type { Figure } from '../api/types';
import { useMembers } from '../features/members/use-members';
import { orderTitle } from '../features/orders/order-title';
import { useOrders } from '../features/orders/use-orders';
import { FigureCard } from '../features/overview/FigureCard';
import { figureLink, splitFigures } from '../features/overview/figures';
import { RecentCard } from '../features/overview/RecentCard';
import { useOverview } from '../features/overview/use-overview';
import { texts } from '../texts';
import { Loaded } from '../ui/Loaded';
import { PageFrame } from '../ui/PageFrame';
import { Fen, Moment } from '../ui/values';

const t = texts.overview;

export function Page() {
  const overview = useOverview();
  const { canOpen } = useSession();
  return (
    <PageFrame title={t.title} hint={overview.data && t.asOf(overview.data.day)}>
      <Loaded query={overview}>{({ figures }) => <Figures figures={figures} />}</Loaded>
      <div className="recent-pair">
        {canOpen('members') && <RecentMembers />}
        {canOpen('orders') && <RecentOrders />}
      </div>
    </PageFrame>
  );
}

function Figures({ figures }: { figures: readonly Figure[] }) {
  const session = useSession();
  const { leading, others } = splitFigures(figures);
  const linkOf = (figure: Figure) => figureLink(figure, session.brand.id, session);
  return (
    <>
      <section className="figure-grid figure-grid-leading" aria-label={t.relationship}>
        {leading.map((figure) => (
          <FigureCard key={figure.key} figure={figure} leading link={linkOf(figure)} />
        ))}
      </section>
      <section className="figure-grid" aria-label={t.sales}>
        {others.map((figure) => (
          <FigureCard key={figure.key} figure={figure} link={linkOf(figure)} />
        ))}
      </section>
    </>
  );
}

function RecentMembers() {
  const brandId = useBrandId();
  return (
    <RecentCard
      title={t.recentMembers}
      list={useMembers({})}
      to={paths.page(brandId, 'members')}
      empty={texts.members.empty}
    >
      {({ id, name, joinedAt }) => ({
        key: id,
        what: <Link to={paths.member(brandId, id)}>{name ?? texts.members.unnamed}</Link>,
        detail: <Moment at={joinedAt} />,
      })}
    </RecentCard>
  );
}

function RecentOrders() {
  const brandId = useBrandId();
  return (
    <RecentCard
      title={t.recentOrders}
      list={useOrders(undefined)}
      to={paths.page(brandId, 'orders')}
      empty={texts.orders.empty}
    >
      {(order) => ({
        key: order.id,
        what: <Link to={paths.order(brandId, order.id)}>{orderTitle(order)}</Link>,
        detail: <Fen value={order.payFen} />,
      })}
    </RecentCard>
  );
}
