import type { PageName } from './access';

/** Every address of the console. The brand is part of it, so a link or a second tab never mixes brands. */
export const paths = {
  signIn: (next?: string) =>
    next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in',
  brand: (brandId: string) => `/b/${brandId}`,
  page: (brandId: string, page: PageName) => `/b/${brandId}/${page}`,
  members: (brandId: string, filter: Record<string, string> = {}) =>
    withQuery(`/b/${brandId}/members`, filter),
  member: (brandId: string, id: string) => `/b/${brandId}/members/${id}`,
  orders: (brandId: string, filter: Record<string, string> = {}) => withQuery(`/b/${brandId}/orders`, filter),
  order: (brandId: string, id: string) => `/b/${brandId}/orders/${id}`,
  store: (brandId: string, id: string) => `/b/${brandId}/stores/${id}`,
  printSheet: (brandId: string, storeId: string, liveCodeId: string) =>
    `/b/${brandId}/stores/${storeId}/live-codes/${liveCodeId}/sheet`,
  newProduct: (brandId: string) => `/b/${brandId}/products/new`,
  product: (brandId: string, id: string) => `/b/${brandId}/products/${id}`,
};

/** Where to go after signing in: only ever a page of ours. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

function withQuery(path: string, query: Record<string, string>): string {
  const text = new URLSearchParams(query).toString();
  return text ? `${path}?${text}` : path;
}
