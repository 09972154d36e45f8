import type { Tables } from '../load/tables.js';
import type { Brand, Shop, Sku } from './shop.js';

interface Shelf {
  readonly skuId: number;
  readonly storeId: number;
  onHand: number;
  readonly full: number;
  deliveries: number;
}

export interface Pieces {
  readonly sku: Sku;
  readonly quantity: number;
}

/** Pieces on every shelf and in the warehouses, filled up at night when they run low. */
export class Stock {
  private readonly shelves = new Map<string, Shelf>();

  constructor(private readonly tables: Tables) {}

  /** `scale` is 1 for a shop of ordinary size. */
  fill(shop: Shop, scale: number, at: Date): void {
    for (const brand of Object.values(shop)) {
      for (const sku of brand.skus) {
        for (const storeId of placesOf(brand, sku)) {
          const full = Math.ceil(FULL[sku.sold] * Math.max(1, scale) * Math.max(0.4, sku.share / 4));
          const shelf = { skuId: sku.id, storeId, onHand: 0, full, deliveries: 0 };
          this.shelves.set(keyOf(sku.id, storeId), shelf);
          this.deliver(shelf, '开业备货', at);
        }
      }
    }
  }

  has(storeId: number, pieces: readonly Pieces[]): boolean {
    return pieces.every(
      ({ sku, quantity }) => (this.shelves.get(keyOf(sku.id, storeId))?.onHand ?? 0) >= quantity,
    );
  }

  /** An order was paid: its reservation ends as taken, its pieces leave. */
  sell(orderId: number, storeId: number, pieces: readonly Pieces[], heldAt: Date, at: Date): void {
    for (const { sku, quantity } of pieces) {
      this.reservation(orderId, storeId, sku.id, quantity, 'taken', heldAt, at);
      this.move(orderId, storeId, sku.id, 0 - quantity, 'sale', at);
    }
  }

  /** An order was never paid: what it held was never missing. */
  release(orderId: number, storeId: number, pieces: readonly Pieces[], heldAt: Date, at: Date): void {
    for (const { sku, quantity } of pieces) {
      this.reservation(orderId, storeId, sku.id, quantity, 'released', heldAt, at);
    }
  }

  /** A refunded order that was never handed over. */
  putBack(orderId: number, storeId: number, pieces: readonly Pieces[], at: Date): void {
    for (const { sku, quantity } of pieces) {
      this.move(orderId, storeId, sku.id, quantity, 'return', at);
    }
  }

  /** The nightly round. */
  refill(at: Date): void {
    for (const shelf of this.shelves.values()) {
      if (shelf.onHand < shelf.full / 3) {
        this.deliver(shelf, '补货入库', at);
      }
    }
  }

  /** Writes what lies there at the end. */
  close(): void {
    for (const { skuId, storeId, onHand } of this.shelves.values()) {
      this.tables.add('stock', { sku_id: skuId, store_id: storeId, on_hand: onHand, reserved: 0 });
    }
  }

  private deliver(shelf: Shelf, note: string, at: Date): void {
    const quantity = shelf.full - shelf.onHand;
    shelf.deliveries += 1;
    shelf.onHand += quantity;
    this.tables.add('stock_movement', {
      sku_id: shelf.skuId,
      store_id: shelf.storeId,
      quantity,
      kind: 'adjustment',
      cause_key: `demo:${shelf.storeId}:${shelf.skuId}:${shelf.deliveries}`,
      note,
      at,
    });
  }

  private move(
    orderId: number,
    storeId: number,
    skuId: number,
    quantity: number,
    kind: 'sale' | 'return',
    at: Date,
  ): void {
    const shelf = this.shelves.get(keyOf(skuId, storeId));
    if (!shelf) {
      throw new Error(`SKU ${skuId} has no shelf in store ${storeId}`);
    }
    shelf.onHand += quantity;
    this.tables.add('stock_movement', {
      sku_id: skuId,
      store_id: storeId,
      quantity,
      kind,
      cause_key: `order:${orderId}:${kind}:${skuId}`,
      note: '',
      at,
    });
  }

  private reservation(
    orderId: number,
    storeId: number,
    skuId: number,
    quantity: number,
    state: 'taken' | 'released',
    heldAt: Date,
    endedAt: Date,
  ): void {
    this.tables.add('stock_reservation', {
      order_id: orderId,
      sku_id: skuId,
      store_id: storeId,
      quantity,
      state,
      created_at: heldAt,
      ended_at: endedAt,
    });
  }
}

/** What the counter makes never really runs out; what stands on a shelf does. */
const FULL = { counter: 5000, shelf: 60 };

const keyOf = (skuId: number, storeId: number): string => `${skuId}:${storeId}`;

function placesOf({ stores, warehouseId }: Brand, { sold }: Sku): number[] {
  const inStores = stores.map(({ id }) => id);
  return sold === 'shelf' ? [...inStores, warehouseId] : inStores;
}
