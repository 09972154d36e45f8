import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { Category } from './category.entity.js';

/** The whole tree under lock: two moves that are each fine alone could make a circle together. */
export function lockCategories(tx: Tx, brandId: number): Promise<Category[]> {
  return tx.manager.find(Category, {
    where: { brandId },
    order: { position: 'ASC', id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}

/** @throws Refusal when there is no such live category in the brand */
export function mustHaveParent(all: readonly Category[], parentId: number | null): void {
  if (parentId !== null && !all.some(({ id, archivedAt }) => id === parentId && archivedAt === null)) {
    throw new Refusal('validation_failed', { fields: [{ field: 'parentId', message: '没有这个上级分类' }] });
  }
}
