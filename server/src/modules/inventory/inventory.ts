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

/** What an order wants held. Lines of one SKU must be summed up by the caller. */
export interface Reservation {
  readonly orderId: number;
  readonly lines: readonly StockLine[];
}

export interface Adjustment {
  /** What it is booked as. */
  readonly kind?: 'adjustment' | 'count' | 'transfer';
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
   * Holds the pieces for the orders, for all of them or for none. Call it last before the commit: the stock row is
   * what buyers of one SKU wait for.
   * @throws Refusal `sold_out`
   */
  async reserve(tx: Tx, storeId: number, reservations: readonly Reservation[]): Promise<void> {
    const rows = reservations.flatMap(({ orderId, lines }) => lines.map((line) => ({ orderId, ...line })));
    if (rows.length === 0) {
      return;
    }
    const now = this.clock.now();
    await tx.execute(
      `INSERT INTO stock_reservation (order_id, sku_id, store_id, quantity, state, created_at)
       VALUES ${rowPlaceholders(rows.length, 6)}`,
      rows.flatMap(({ orderId, skuId, quantity }): SqlValue[] => [
        orderId,
        skuId,
        storeId,
        quantity,
        'held',
        now,
      ]),
    );
    // Always in the same order, so that two carts with the same SKUs never wait for each other in a circle.
    const sorted = summedBySku(rows).sort((a, b) => a.skuId - b.skuId);
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
    await tx.execute(
      `INSERT INTO stock_movement (sku_id, store_id, quantity, kind, cause_key, at)
       SELECT sku_id, store_id, -1 * quantity, 'sale', CONCAT('order:', order_id, ':sale:', sku_id), ?
         FROM stock_reservation WHERE order_id = ? AND state = 'held' ORDER BY sku_id`,
      [now, orderId],
    );
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

  /** Pieces that were sold are on the shelf again: they never left, or the customer sent them back. Once per cause. */
  async comeBack(
    tx: Tx,
    { storeId, lines, cause }: { storeId: number; lines: readonly StockLine[]; cause: string },
  ): Promise<void> {
    for (const { skuId, quantity } of [...lines].sort((a, b) => a.skuId - b.skuId)) {
      try {
        await tx.execute(
          `INSERT INTO stock_movement (sku_id, store_id, quantity, kind, cause_key, at) VALUES (?, ?, ?, 'return', ?, ?)`,
          [skuId, storeId, quantity, `${cause}:return:${skuId}`, this.clock.now()],
        );
      } catch (error) {
        if (isDuplicateKey(error)) {
          continue;
        }
        throw error;
      }
      await tx.execute(
        `INSERT INTO stock (sku_id, store_id, on_hand) VALUES (?, ?, ?)
         ON DUPLICATE KEY UPDATE stock.on_hand = stock.on_hand + VALUES(on_hand)`,
        [skuId, storeId, quantity],
      );
    }
  }

  /** From now on it runs low with so many left to sell, or fewer. */
  async watch(
    tx: Tx,
    { skuId, storeId, lowAt }: { skuId: number; storeId: number; lowAt: number | null },
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO stock (sku_id, store_id, low_at) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE low_at = VALUES(low_at)',
      [skuId, storeId, lowAt],
    );
  }

  /**
   * A delivery came, something broke, somebody counted.
   * @throws Refusal `stock_too_low` when fewer pieces would be left than are promised to orders
   */
  async adjust(
    tx: Tx,
    { kind = 'adjustment', skuId, storeId, quantity, causeKey, note }: Adjustment,
  ): Promise<void> {
    try {
      await tx.execute(
        `INSERT INTO stock_movement (sku_id, store_id, quantity, kind, cause_key, note, at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [skuId, storeId, quantity, kind, causeKey, note, this.clock.now()],
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
}

/** Reservations with the stock they are about, found SKU by SKU: the order in which everybody locks. */
const RESERVED_STOCK = `stock_reservation reservation
  JOIN stock ON stock.sku_id = reservation.sku_id AND stock.store_id = reservation.store_id`;

function summedBySku(lines: readonly StockLine[]): StockLine[] {
  const pieces = new Map<number, number>();
  for (const { skuId, quantity } of lines) {
    pieces.set(skuId, (pieces.get(skuId) ?? 0) + quantity);
  }
  return [...pieces].map(([skuId, quantity]) => ({ skuId, quantity }));
}
