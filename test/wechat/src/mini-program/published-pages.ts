import type { World } from '../world/world.js';
import { refuse } from './refusal.js';

const PAGE = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/;

/** A page has no leading slash and no query; while no list of pages is known, every well-formed one counts as published. */
export function checkPage(
  world: World,
  page: unknown,
  { published }: { published: boolean },
): asserts page is string {
  if (typeof page !== 'string' || !PAGE.test(page) || (published && !isPublished(world, page))) {
    refuse(41030, 'invalid page');
  }
}

function isPublished(world: World, page: string): boolean {
  return world.pages.values().length === 0 || world.pages.get(page) !== undefined;
}
