import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import type { AdminPermission } from '@regulars/shared';
import { PAGE_ACCESS } from './access';
import { AllowedPage } from './AllowedPage';
import { RouteProblem, UnknownPage } from './RouteProblem';
import { BrandHome, SessionGate } from './SessionGate';

type RouteModule = Promise<{ Page: ComponentType }>;

/** Each page is a file of its own, fetched when it is first opened. */
function page(path: string, permission: AdminPermission, load: () => RouteModule): RouteObject {
  return {
    path,
    lazy: async () => {
      const { Page } = await load();
      return {
        element: (
          <AllowedPage permission={permission}>
            <Page />
          </AllowedPage>
        ),
      };
    },
  };
}

const pages: RouteObject[] = [
  page('overview', PAGE_ACCESS.overview, () => import('../routes/overview')),
  page('members', PAGE_ACCESS.members, () => import('../routes/members')),
  page('members/:memberId', PAGE_ACCESS.members, () => import('../routes/member')),
  page('segments', PAGE_ACCESS.segments, () => import('../routes/segments')),
  page('segments/new', PAGE_ACCESS.segments, () => import('../routes/segment')),
  page('segments/:segmentId', PAGE_ACCESS.segments, () => import('../routes/segment')),
  page('tags', PAGE_ACCESS.tags, () => import('../routes/tags')),
  page('orders', PAGE_ACCESS.orders, () => import('../routes/orders')),
  page('orders/desk', PAGE_ACCESS.orders, () => import('../routes/order-desk')),
  page('orders/links', 'orders.fulfil', () => import('../routes/checkout-links')),
  page('orders/:orderId', PAGE_ACCESS.orders, () => import('../routes/order')),
  page('after-sales', PAGE_ACCESS['after-sales'], () => import('../routes/after-sales')),
  page('reviews', PAGE_ACCESS.reviews, () => import('../routes/reviews')),
  page('guarantees', PAGE_ACCESS.guarantees, () => import('../routes/guarantees')),
  page('products', PAGE_ACCESS.products, () => import('../routes/products')),
  page('products/new', 'catalogue.edit', () => import('../routes/new-product')),
  page('products/:productId', PAGE_ACCESS.products, () => import('../routes/product')),
  page('stock', PAGE_ACCESS.stock, () => import('../routes/stock')),
  page('reconciliation', PAGE_ACCESS.reconciliation, () => import('../routes/reconciliation')),
  page('reconciliation/:day', PAGE_ACCESS.reconciliation, () => import('../routes/reconciliation-day')),
  page('promotions', PAGE_ACCESS.promotions, () => import('../routes/promotions')),
  page('coupons', PAGE_ACCESS.coupons, () => import('../routes/coupons')),
  page('points', PAGE_ACCESS.points, () => import('../routes/points')),
  page('rewards', PAGE_ACCESS.rewards, () => import('../routes/rewards')),
  page('stores', PAGE_ACCESS.stores, () => import('../routes/stores')),
  page('stores/:storeId', PAGE_ACCESS.stores, () => import('../routes/store')),
  page('staff', PAGE_ACCESS.staff, () => import('../routes/staff')),
  page('audit', PAGE_ACCESS.audit, () => import('../routes/audit')),
];

export const router = createBrowserRouter([
  {
    errorElement: <RouteProblem />,
    HydrateFallback: () => null,
    children: [
      { path: '/sign-in', lazy: async () => ({ Component: (await import('../routes/sign-in')).Page }) },
      {
        path: '/b/:brandId',
        element: <SessionGate />,
        children: [
          page(
            'stores/:storeId/live-codes/:liveCodeId/sheet',
            'live-codes.see',
            () => import('../routes/print-sheet'),
          ),
          page('orders/:orderId/slip', PAGE_ACCESS.orders, () => import('../routes/order-slip')),
          {
            lazy: async () => ({ Component: (await import('./Shell')).Shell }),
            children: [
              {
                errorElement: <RouteProblem />,
                children: [
                  { index: true, element: <BrandHome /> },
                  ...pages,
                  { path: '*', element: <UnknownPage /> },
                ],
              },
            ],
          },
        ],
      },
      { path: '*', element: <SessionGate /> },
    ],
  },
]);
