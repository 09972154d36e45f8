import { Injectable } from '@nestjs/common';
import { CART_LINES_MAX, CART_PIECES_MAX } from '@regulars/shared';
import { placeholders, type Reader, type SqlValue, type Tx } from '../../../platform/database/index.js';

export interface CartOwner {
  readonly memberId: number;
  readonly brandId: number;
}

/** What is remembered of a SKU when it is put into a cart. */
export interface CartItem {
  readonly skuId: number;
  readonly productId: number;
  readonly name: string;
  readonly pictureUrl: string;
  readonly priceFen: number;
  readonly memberPriceFen: number | null;
}

export interface CartLineRow extends CartItem {
  readonly quantity: number;
  readonly selected: boolean;
  readonly addedAt: Date;
}

const COLUMNS = `member_id, brand_id, sku_id, product_id, name, picture_url, price_fen, member_price_fen,
  quantity, last_tap, added_at`;

/** A new line is let in while there is room; a line that is there already always. */
const WHERE_ROOM = `FROM DUAL WHERE (SELECT COUNT(*) FROM cart_line WHERE member_id = ? AND brand_id = ?) < ${CART_LINES_MAX}
  OR EXISTS (SELECT 1 FROM cart_line WHERE member_id = ? AND brand_id = ? AND sku_id = ?)`;

@Injectable()
export class CartRepository {
  /** The newest first. */
  async lines(reader: Reader, { memberId, brandId }: CartOwner): Promise<CartLineRow[]> {
    const rows = await reader.query<Omit<CartLineRow, 'selected'> & { selected: number }>(
      `SELECT sku_id AS skuId, product_id AS productId, name, picture_url AS pictureUrl, quantity, selected,
              price_fen AS priceFen, member_price_fen AS memberPriceFen, added_at AS addedAt
         FROM cart_line WHERE member_id = ? AND brand_id = ? ORDER BY added_at DESC, sku_id DESC LIMIT ${CART_LINES_MAX}`,
      [memberId, brandId],
    );
    return rows.map((row) => ({ ...row, selected: row.selected === 1 }));
  }

  /** One tap adds its pieces once, however often it is told. False when the cart is full. */
  add(tx: Tx, owner: CartOwner, item: CartItem, quantity: number, tap: string, at: Date): Promise<boolean> {
    return this.write(
      tx,
      owner,
      item,
      { quantity, tap, at },
      `quantity = IF(cart_line.last_tap = VALUES(last_tap), cart_line.quantity, LEAST(cart_line.quantity + VALUES(quantity), ${CART_PIECES_MAX})),
       last_tap = VALUES(last_tap)`,
    );
  }

  /** Exactly so many pieces. False when the cart is full. */
  set(tx: Tx, owner: CartOwner, item: CartItem, quantity: number, at: Date): Promise<boolean> {
    return this.write(tx, owner, item, { quantity, tap: null, at }, 'quantity = VALUES(quantity)');
  }

  /** The larger of the two numbers: merging one cart twice must not double it. False when the cart is full. */
  merge(tx: Tx, owner: CartOwner, item: CartItem, quantity: number, at: Date): Promise<boolean> {
    return this.write(
      tx,
      owner,
      item,
      { quantity, tap: null, at },
      'quantity = GREATEST(cart_line.quantity, VALUES(quantity))',
    );
  }

  /** False when it is not in the cart. */
  async setQuantity(
    tx: Tx,
    { memberId, brandId }: CartOwner,
    skuId: number,
    quantity: number,
  ): Promise<boolean> {
    // The driver has found rows counted, so that setting the same number again is no miss.
    const { affectedRows } = await tx.execute(
      'UPDATE cart_line SET quantity = ? WHERE member_id = ? AND brand_id = ? AND sku_id = ?',
      [quantity, memberId, brandId, skuId],
    );
    return affectedRows === 1;
  }

  /** How many of them are in the cart. */
  async select(
    tx: Tx,
    { memberId, brandId }: CartOwner,
    skuIds: readonly number[],
    selected: boolean,
  ): Promise<number> {
    const { affectedRows } = await tx.execute(
      `UPDATE cart_line SET selected = ? WHERE member_id = ? AND brand_id = ? AND sku_id IN (${placeholders(skuIds.length)})`,
      [selected ? 1 : 0, memberId, brandId, ...skuIds],
    );
    return affectedRows;
  }

  async remove(tx: Tx, { memberId, brandId }: CartOwner, skuIds: readonly number[]): Promise<number> {
    const { affectedRows } = await tx.execute(
      `DELETE FROM cart_line WHERE member_id = ? AND brand_id = ? AND sku_id IN (${placeholders(skuIds.length)})`,
      [memberId, brandId, ...skuIds],
    );
    return affectedRows;
  }

  /** What is ordered leaves the cart. False when the cart does not hold exactly these pieces (any more). */
  async takeOut(
    tx: Tx,
    { memberId, brandId }: CartOwner,
    lines: readonly { readonly skuId: number; readonly quantity: number }[],
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `DELETE FROM cart_line WHERE member_id = ? AND brand_id = ?
          AND (${lines.map(() => '(sku_id = ? AND quantity = ?)').join(' OR ')})`,
      [memberId, brandId, ...lines.flatMap(({ skuId, quantity }) => [skuId, quantity])],
    );
    return affectedRows === lines.length;
  }

  async clear(tx: Tx, { memberId, brandId }: CartOwner): Promise<void> {
    await tx.execute('DELETE FROM cart_line WHERE member_id = ? AND brand_id = ?', [memberId, brandId]);
  }

  async forget(tx: Tx, memberId: number): Promise<void> {
    await tx.execute('DELETE FROM cart_line WHERE member_id = ?', [memberId]);
  }

  private async write(
    tx: Tx,
    { memberId, brandId }: CartOwner,
    { skuId, productId, name, pictureUrl, priceFen, memberPriceFen }: CartItem,
    { quantity, tap, at }: { quantity: number; tap: string | null; at: Date },
    onKnown: string,
  ): Promise<boolean> {
    const values: SqlValue[] = [
      ...[memberId, brandId, skuId, productId, name, pictureUrl, priceFen, memberPriceFen],
      ...[quantity, tap, at],
    ];
    const { affectedRows } = await tx.execute(
      `INSERT INTO cart_line (${COLUMNS}) SELECT ${placeholders(values.length)} ${WHERE_ROOM}
       ON DUPLICATE KEY UPDATE ${onKnown}`,
      [...values, memberId, brandId, memberId, brandId, skuId],
    );
    return affectedRows > 0;
  }
}
