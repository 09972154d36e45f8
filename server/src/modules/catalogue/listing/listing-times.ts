import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { JobHandler, Jobs, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import { ProductLookup } from '../product-lookup.js';

const LIST_PRODUCT = 'catalogue.list-product';
const DELIST_PRODUCT = 'catalogue.delist-product';

interface ListingDue {
  readonly productId: number;
  /** A row of an earlier plan finds another time on the product and does nothing. */
  readonly at: string;
}

/** Going on and off the shelf at a set time. */
@Injectable()
export class ListingTimes {
  constructor(private readonly jobs: Jobs) {}

  async schedule(
    tx: Tx,
    productId: number,
    { listAt, delistAt }: { listAt: Date | null; delistAt: Date | null },
  ): Promise<void> {
    for (const [kind, at] of [
      [LIST_PRODUCT, listAt],
      [DELIST_PRODUCT, delistAt],
    ] as const) {
      if (at) {
        const payload: ListingDue = { productId, at: at.toISOString() };
        await this.jobs.schedule(tx, { kind, key: `${productId}:${at.getTime()}`, dueAt: at, payload });
      }
    }
  }
}

@JobHandler(LIST_PRODUCT)
export class ListProduct implements HandlesJob<ListingDue> {
  constructor(
    private readonly clock: Clock,
    private readonly products: ProductLookup,
  ) {}

  async run({ productId, at }: ListingDue, settle: Settle): Promise<void> {
    const now = this.clock.now();
    await settle(async (tx) => {
      await tx.execute(
        `UPDATE product SET status = 'on_sale', list_at = NULL, listed_at = COALESCE(listed_at, ?)
          WHERE id = ? AND status = 'draft' AND list_at = ?`,
        [now, productId, new Date(at)],
      );
      tx.afterCommit(() => this.products.changed());
    });
  }
}

@JobHandler(DELIST_PRODUCT)
export class DelistProduct implements HandlesJob<ListingDue> {
  constructor(private readonly products: ProductLookup) {}

  async run({ productId, at }: ListingDue, settle: Settle): Promise<void> {
    await settle(async (tx) => {
      await tx.execute(
        `UPDATE product SET status = 'draft', delist_at = NULL WHERE id = ? AND status = 'on_sale' AND delist_at = ?`,
        [productId, new Date(at)],
      );
      tx.afterCommit(() => this.products.changed());
    });
  }
}
