import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import {
  isDuplicateKey,
  placeholders,
  rowPlaceholders,
  type SqlValue,
  type Tx,
} from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';

export interface StockLine {
  readonly skuId: number;
  readonly quantity: number;
}

export interface Adjustment {
  readonly skuId: number;
  readonly storeId: number;
  /** Pieces that came (positive) or went (negative). */
  readonly quantity: number;
  /** Books at most once. */
  readonly causeKey: string;
  readonly note: string;
}

/**
 * The only writer of stock. A reservation holds pieces for an order and ends exactly once, as taken or as
 * released; what is on hand changes only together with a movement that names its cause.
 */
@Injectable()
export class Inventory {
  constructor(private readonly clock: Clock) {}

  /**
   * Holds the pieces for an order. Lines of one SKU must be summed up by the caller. Call it last before the
   * commit: the stock row is what buyers of one SKU wait for.
   * @throws Refusal `sold_out`
   */
  async reserve(tx: Tx, orderId: number, storeId: number, lines: readonly StockLine[]): Promise<void> {
    // Always in the same order, so that two carts with the same SKUs never wait for each other in a circle.
    const sorted = [...lines].sort((a, b) => a.skuId - b.skuId);
    const now = this.clock.now();
    await tx.execute(
      `INSERT INTO stock_reservation (order_id, sku_id, store_id, quantity, state, created_at)
       VALUES ${rowPlaceholders(sorted.length, 6)}`,
      sorted.flatMap(({ skuId, quantity }): SqlValue[] => [orderId, skuId, storeId, quantity, 'held', now]),
    );
    const pieces = `CASE sku_id ${sorted.map(() => 'WHEN ? THEN ?').join(' ')} END`;
    const piecesParams = sorted.flatMap(({ skuId, quantity }): SqlValue[] => [skuId, quantity]);
    const { affectedRows } = await tx.execute(
      `UPDATE stock SET reserved = reserved + ${pieces}
        WHERE store_id = ? AND sku_id IN (${placeholders(sorted.length)}) AND on_hand - reserved >= ${pieces}`,
      [...piecesParams, storeId, ...sorted.map(({ skuId }) => skuId), ...piecesParams],
    );
    if (affectedRows !== sorted.length) {
      throw new Refusal('sold_out');
    }
  }

  /** The order is paid: its pieces leave the stock. Whoever comes second finds none held. */
  async take(tx: Tx, orderId: number): Promise<void> {
    const now = this.clock.now();
    await this.recordMovements(tx, orderId, { of: 'held', kind: 'sale', sign: -1 });
    await tx.execute(
      `UPDATE ${RESERVED_STOCK}
          SET stock.on_hand = stock.on_hand - reservation.quantity, stock.reserved = stock.reserved - reservation.quantity,
              reservation.state = 'taken', reservation.ended_at = ?
        WHERE reservation.order_id = ? AND reservation.state = 'held'`,
      [now, orderId],
    );
  }

  /** The order died unpaid: its pieces can be sold again. Whoever comes second finds none held. */
  async release(tx: Tx, orderId: number): Promise<void> {
    await tx.execute(
      `UPDATE ${RESERVED_STOCK}
          SET stock.reserved = stock.reserved - reservation.quantity,
              reservation.state = 'released', reservation.ended_at = ?
        WHERE reservation.order_id = ? AND reservation.state = 'held'`,
      [this.clock.now(), orderId],
    );
  }

  /** A paid order is refunded before its goods left the store: they go back on the shelf. */
  async putBack(tx: Tx, orderId: number): Promise<void> {
    await this.recordMovements(tx, orderId, { of: 'taken', kind: 'return', sign: 1 });
    await tx.execute(
      `UPDATE ${RESERVED_STOCK}
          SET stock.on_hand = stock.on_hand + reservation.quantity
        WHERE reservation.order_id = ? AND reservation.state = 'taken'`,
      [orderId],
    );
  }

  /**
   * A delivery came, something broke, somebody counted.
   * @throws Refusal `stock_too_low` when fewer pieces would be left than are promised to orders
   */
  async adjust(tx: Tx, { skuId, storeId, quantity, causeKey, note }: Adjustment): Promise<void> {
    try {
      await tx.execute(
        `INSERT INTO stock_movement (sku_id, store_id, quantity, kind, cause_key, note, at) VALUES (?, ?, ?, 'adjustment', ?, ?, ?)`,
        [skuId, storeId, quantity, causeKey, note, this.clock.now()],
      );
    } catch (error) {
      if (isDuplicateKey(error)) {
        return;
      }
      throw error;
    }
    await tx.execute(
      'INSERT INTO stock (sku_id, store_id) VALUES (?, ?) ON DUPLICATE KEY UPDATE stock.sku_id = stock.sku_id',
      [skuId, storeId],
    );
    const { affectedRows } = await tx.execute(
      'UPDATE stock SET on_hand = on_hand + ? WHERE sku_id = ? AND store_id = ? AND on_hand + ? >= reserved',
      [quantity, skuId, storeId, quantity],
    );
    if (affectedRows !== 1) {
      throw new Refusal('stock_too_low');
    }
  }

  /** Books what the order's reservations move, each SKU once for each kind of movement. */
  private async recordMovements(
    tx: Tx,
    orderId: number,
    { of, kind, sign }: { of: 'held' | 'taken'; kind: 'sale' | 'return'; sign: 1 | -1 },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO stock_movement (sku_id, store_id, quantity, kind, cause_key, at)
       SELECT sku_id, store_id, ? * quantity, ?, CONCAT('order:', order_id, ?, sku_id), ?
         FROM stock_reservation WHERE order_id = ? AND state = ? ORDER BY sku_id`,
      [sign, kind, `:${kind}:`, this.clock.now(), orderId, of],
    );
  }
}

/** Reservations with the stock they are about, found SKU by SKU: the order in which everybody locks. */
const RESERVED_STOCK = `stock_reservation reservation
  JOIN stock ON stock.sku_id = reservation.sku_id AND stock.store_id = reservation.store_id`;
