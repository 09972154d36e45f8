import type { Promotion } from './promotion.entity.js';

/** A promotion that holds now, and the occasion its limits count for. */
export interface RunningPromotion {
  readonly promotion: Promotion;
  readonly occasion: string;
}
