import type { Page } from './types';

/** More than any brand has of what is fetched whole; a guard against a cursor that runs in circles. */
const PAGES_MAX = 40;
const PAGE_SIZE = 50;

/** Reads a short list to its end: stores, the codes of a store. Long lists go page by page instead. */
export async function allPages<T>(
  fetchPage: (paging: { after?: string; limit: number }) => Promise<Page<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  for (let count = 0; count < PAGES_MAX; count += 1) {
    const page = await fetchPage({ after, limit: PAGE_SIZE });
    items.push(...page.items);
    if (page.next === null) {
      break;
    }
    after = page.next;
  }
  return items;
}
