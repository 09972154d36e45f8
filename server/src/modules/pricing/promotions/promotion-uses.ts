import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import {
  placeholders,
  rowPlaceholders,
  type Reader,
  type SqlValue,
  type Tx,
} from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import type { Taken } from '../domain/promotions.js';
import type { PromotedPieces } from '../domain/rules/time-price.js';
import type { RunningPromotion } from './running-promotion.js';

type TakenByPromotion = ReadonlyMap<number, ReadonlyMap<number, Taken>>;

interface TakenRow {
  readonly promotionId: number;
  readonly occasion: string;
  readonly skuId: number;
  readonly taken: number;
  readonly mine: number;
}

/**
 * What limited offers have sold. Counted by condition when an order is placed, given back when it dies, each
 * exactly once, because the order keeps a row of what it counted.
 */
@Injectable()
export class PromotionUses {
  constructor(private readonly clock: Clock) {}

  async taken(
    reader: Reader,
    limited: readonly RunningPromotion[],
    skuIds: readonly number[],
    memberId: number | null,
  ): Promise<TakenByPromotion> {
    if (limited.length === 0 || skuIds.length === 0) {
      return new Map();
    }
    const keys = `promotion_id IN (${placeholders(limited.length)}) AND sku_id IN (${placeholders(skuIds.length)})
      AND occasion IN (${placeholders(limited.length)})`;
    const params: SqlValue[] = [
      ...limited.map(({ promotion }) => promotion.id),
      ...skuIds,
      ...limited.map(({ occasion }) => occasion),
    ];
    const rows = await reader.query<TakenRow>(
      `SELECT promotion_id AS promotionId, occasion, sku_id AS skuId, taken, 0 AS mine FROM promotion_quota WHERE ${keys}
       UNION ALL
       SELECT promotion_id, occasion, sku_id, taken, 1 FROM promotion_share WHERE ${keys} AND member_id = ?`,
      [...params, ...params, memberId ?? 0],
    );
    return new Map(
      limited.map(({ promotion, occasion }) => [
        promotion.id,
        takenOf(rows.filter((row) => row.promotionId === promotion.id && row.occasion === occasion)),
      ]),
    );
  }

  /** Writes down what the order buys, and takes the member's share. @throws Refusal `promotion_limit_reached` */
  async hold(
    tx: Tx,
    { orderId, memberId }: { orderId: number; memberId: number },
    pieces: readonly PromotedPieces[],
  ): Promise<void> {
    if (pieces.length === 0) {
      return;
    }
    await tx.execute(
      `INSERT INTO promotion_use
         (order_id, promotion_id, sku_id, occasion, member_id, quantity, of_quota, of_share, state, created_at)
       VALUES ${rowPlaceholders(pieces.length, 10)}`,
      pieces.flatMap((piece): SqlValue[] => [
        orderId,
        piece.promotionId,
        piece.skuId,
        piece.occasion,
        memberId,
        piece.quantity,
        piece.quota !== null,
        piece.perPerson !== null,
        'held',
        this.clock.now(),
      ]),
    );
    for (const piece of bySku(pieces)) {
      if (piece.perPerson !== null && !(await this.takeShare(tx, piece, memberId, piece.perPerson))) {
        throw new Refusal('promotion_limit_reached');
      }
    }
  }

  /** The hot rows, to be taken last, with the stock, for all orders at once. @throws Refusal `promotion_sold_out` */
  async takeQuota(tx: Tx, pieces: readonly PromotedPieces[]): Promise<void> {
    for (const piece of bySku(summed(pieces))) {
      if (piece.quota !== null && !(await this.takeOfQuota(tx, piece, piece.quota))) {
        throw new Refusal('promotion_sold_out');
      }
    }
  }

  /** The order died: what it counted can be bought by others. Whoever comes second finds nothing held. */
  async release(tx: Tx, orderId: number): Promise<void> {
    const held = await tx.query(
      "SELECT promotion_id FROM promotion_use WHERE order_id = ? AND state = 'held' FOR UPDATE",
      [orderId],
    );
    if (held.length === 0) {
      return;
    }
    await tx.execute(
      `UPDATE promotion_use held
         JOIN promotion_share counted ON counted.promotion_id = held.promotion_id AND counted.occasion = held.occasion
          AND counted.sku_id = held.sku_id AND counted.member_id = held.member_id
          SET counted.taken = counted.taken - held.quantity
        WHERE held.order_id = ? AND held.state = 'held' AND held.of_share = 1`,
      [orderId],
    );
    await tx.execute(
      `UPDATE promotion_use held
         LEFT JOIN promotion_quota counted ON held.of_quota = 1 AND counted.promotion_id = held.promotion_id
          AND counted.occasion = held.occasion AND counted.sku_id = held.sku_id
          SET counted.taken = counted.taken - held.quantity, held.state = 'released', held.released_at = ?
        WHERE held.order_id = ? AND held.state = 'held'`,
      [this.clock.now(), orderId],
    );
  }

  private async takeShare(tx: Tx, piece: PromotedPieces, memberId: number, limit: number): Promise<boolean> {
    const key = [piece.promotionId, piece.occasion, piece.skuId, memberId];
    return this.count(tx, 'promotion_share', ['promotion_id', 'occasion', 'sku_id', 'member_id'], key, {
      quantity: piece.quantity,
      limit,
    });
  }

  private async takeOfQuota(tx: Tx, piece: PromotedPieces, limit: number): Promise<boolean> {
    const key = [piece.promotionId, piece.occasion, piece.skuId];
    return this.count(tx, 'promotion_quota', ['promotion_id', 'occasion', 'sku_id'], key, {
      quantity: piece.quantity,
      limit,
    });
  }

  /** Adds to a counter unless it would pass its limit. The first use of an occasion opens its row. */
  private async count(
    tx: Tx,
    table: 'promotion_share' | 'promotion_quota',
    columns: readonly string[],
    key: readonly SqlValue[],
    { quantity, limit }: { quantity: number; limit: number },
  ): Promise<boolean> {
    const where = columns.map((column) => `${column} = ?`).join(' AND ');
    const add = () =>
      tx.execute(`UPDATE ${table} SET taken = taken + ? WHERE ${where} AND taken + ? <= ?`, [
        quantity,
        ...key,
        quantity,
        limit,
      ]);
    if ((await add()).affectedRows === 1) {
      return true;
    }
    if (await tx.one(`SELECT taken FROM ${table} WHERE ${where}`, key)) {
      return false;
    }
    // Locks for writing at once, even when a twin was faster: nobody waits for a lock to become a stronger one.
    await tx.execute(
      `INSERT INTO ${table} (${columns.join(', ')}, taken) VALUES (${placeholders(key.length)}, 0)
       ON DUPLICATE KEY UPDATE taken = ${table}.taken`,
      key,
    );
    return (await add()).affectedRows === 1;
  }
}

/** The pieces of one offer are counted once, whoever buys them. */
function summed(pieces: readonly PromotedPieces[]): PromotedPieces[] {
  const offers = new Map<string, PromotedPieces>();
  for (const piece of pieces) {
    const name = `${piece.promotionId} ${piece.occasion} ${piece.skuId}`;
    const quantity = (offers.get(name)?.quantity ?? 0) + piece.quantity;
    offers.set(name, { ...piece, quantity });
  }
  return [...offers.values()];
}

/** Always in the same order, so that two carts never wait for each other in a circle. */
function bySku(pieces: readonly PromotedPieces[]): PromotedPieces[] {
  return pieces.toSorted((a, b) => a.promotionId - b.promotionId || a.skuId - b.skuId);
}

function takenOf(rows: readonly TakenRow[]): ReadonlyMap<number, Taken> {
  const counted = (skuId: number, mine: number) =>
    rows.find((row) => row.skuId === skuId && row.mine === mine)?.taken ?? 0;
  return new Map(rows.map(({ skuId }) => [skuId, { all: counted(skuId, 0), mine: counted(skuId, 1) }]));
}
