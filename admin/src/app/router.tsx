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
  page('orders', PAGE_ACCESS.orders, () => import('../routes/orders')),
  page('orders/:orderId', PAGE_ACCESS.orders, () => import('../routes/order')),
  page('products', PAGE_ACCESS.products, () => import('../routes/products')),
  page('products/new', 'catalogue.edit', () => import('../routes/new-product')),
  page('products/:productId', PAGE_ACCESS.products, () => import('../routes/product')),
  page('stock', PAGE_ACCESS.stock, () => import('../routes/stock')),
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
