import { useEffect, useMemo } from 'react';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { Result, Spin } from 'antd';
import type { Me } from '../api/types';
import { texts } from '../texts';
import { ErrorState } from '../ui/ErrorState';
import { BrandLook } from './BrandLook';
import { accessOf, landingPage } from './access';
import { paths } from './paths';
import { lastBrand, rememberBrand, SessionContext, useMe } from './session';

/** Lets signed-in admins through and gives them a brand; everybody else signs in first. */
export function SessionGate() {
  const me = useMe();
  const location = useLocation();
  if (me.data === null) {
    return <Navigate to={paths.signIn(location.pathname + location.search)} replace />;
  }
  if (me.data) {
    return <BrandGate me={me.data} />;
  }
  if (me.isError) {
    return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  }
  return <Spin fullscreen tip={texts.common.loading} />;
}

function BrandGate({ me }: { me: Me }) {
  const { brandId } = useParams();
  const { pathname, search } = useLocation();
  const brand = me.brands.find((candidate) => candidate.id === brandId);
  const session = useMemo(() => brand && { me, brand, ...accessOf(me.permissions) }, [me, brand]);
  useEffect(() => {
    if (brand) {
      rememberBrand(brand.id);
    }
  }, [brand]);

  if (session) {
    return (
      <SessionContext.Provider value={session}>
        <BrandLook brandId={session.brand.id}>
          <Outlet />
        </BrandLook>
      </SessionContext.Provider>
    );
  }
  const fallback = lastBrand(me.brands);
  if (!fallback) {
    return <Result status="info" title={texts.problem.noBrandTitle} subTitle={texts.problem.noBrandText} />;
  }
  // An address without a brand, such as /members, means the brand last worked on.
  const page = brandId === undefined ? pathname : '/';
  return <Navigate to={`${paths.brand(fallback.id)}${page}${search}`.replace(/\/$/, '')} replace />;
}

/** The front door of a brand: the first page that is open to the admin. */
export function BrandHome() {
  const { brandId = '' } = useParams();
  const me = useMe().data;
  const page = me ? landingPage(accessOf(me.permissions)) : undefined;
  return page ? (
    <Navigate to={paths.page(brandId, page)} replace />
  ) : (
    <Result status="403" title={texts.problem.forbiddenTitle} subTitle={texts.problem.forbiddenText} />
  );
}
