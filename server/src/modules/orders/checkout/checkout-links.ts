import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { BASE58_ALPHABET, randomText } from '../../../platform/crypto/index.js';
import { Database, type Reader, type Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { ProductLookup } from '../../catalogue/index.js';
import { StoreLookup } from '../../org/index.js';

export const LINK_CODE = new RegExp(`^[${BASE58_ALPHABET}]{10}$`);

export interface LinkCartLine {
  readonly skuId: number;
  readonly quantity: number;
}

export interface NewCheckoutLink {
  readonly brandId: number;
  readonly title: string;
  readonly lines: readonly LinkCartLine[];
  readonly storeId?: number;
  readonly couponTemplateId?: number;
  readonly endsAt?: Date;
}

export interface CheckoutLink {
  readonly id: number;
  readonly brandId: number;
  readonly code: string;
  readonly title: string;
  readonly lines: readonly LinkCartLine[];
  readonly storeId: number | null;
  readonly couponTemplateId: number | null;
  readonly status: 'active' | 'paused';
  readonly createdAt: Date;
  readonly endsAt: Date | null;
}

export interface CountedLink extends CheckoutLink {
  /** Paid orders it led to. */
  readonly orders: number;
}

type Stored<T extends CheckoutLink> = Omit<T, 'lines'> & { readonly cart: string };

const COLUMNS = `id, brand_id AS brandId, code, title, cart, store_id AS storeId, coupon_template_id AS couponTemplateId,
  status, created_at AS createdAt, ends_at AS endsAt`;

/** Links that open a checkout with a filled cart: from a message to the payment sheet in a tap or two. */
@Injectable()
export class CheckoutLinks {
  constructor(
    private readonly database: Database,
    private readonly products: ProductLookup,
    private readonly stores: StoreLookup,
    private readonly clock: Clock,
  ) {}

  /** For whoever opened it. @throws Refusal `not_found`, `checkout_link_over` */
  async open(code: string): Promise<CheckoutLink> {
    const row = await this.database.one<Stored<CheckoutLink>>(
      `SELECT ${COLUMNS} FROM checkout_link WHERE code = ?`,
      [code],
    );
    if (!row) {
      throw notFound();
    }
    if (row.status === 'paused' || (row.endsAt !== null && row.endsAt <= this.clock.now())) {
      throw new Refusal('checkout_link_over');
    }
    return toLink(row);
  }

  /** @throws Refusal `not_found`, also when it is another brand's */
  async ofBrand(reader: Reader, brandId: number, code: string): Promise<CheckoutLink> {
    const row = await reader.one<Stored<CheckoutLink>>(
      `SELECT ${COLUMNS} FROM checkout_link WHERE code = ? AND brand_id = ?`,
      [code, brandId],
    );
    if (!row) {
      throw notFound();
    }
    return toLink(row);
  }

  /** Newest first. */
  async page(brandId: number, beforeId: number, limit: number): Promise<CountedLink[]> {
    const rows = await this.database.query<Stored<CountedLink>>(
      `SELECT ${COLUMNS}, (SELECT COUNT(*) FROM customer_order
                            WHERE checkout_link_id = checkout_link.id AND status NOT IN ('pending_payment', 'closed')) AS orders
         FROM checkout_link WHERE brand_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
      [brandId, beforeId, limit],
    );
    return rows.map(toLink);
  }

  /** @throws Refusal `product_off_shelf`, `not_found` for a store that is another brand's */
  async create(tx: Tx, link: NewCheckoutLink): Promise<CheckoutLink> {
    const { brandId, title, lines, storeId, couponTemplateId, endsAt } = link;
    const skuIds = new Set(lines.map(({ skuId }) => skuId));
    const onSale = await this.products.skusOnSale(tx, brandId, [...skuIds]);
    if (onSale.length !== skuIds.size) {
      throw new Refusal('product_off_shelf');
    }
    if (storeId !== undefined) {
      await this.stores.getOf(brandId, storeId);
    }
    const code = randomText(10, BASE58_ALPHABET);
    const createdAt = this.clock.now();
    const { insertId } = await tx.execute(
      `INSERT INTO checkout_link (brand_id, code, title, cart, store_id, coupon_template_id, created_at, ends_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        brandId,
        code,
        title,
        JSON.stringify(lines),
        storeId ?? null,
        couponTemplateId ?? null,
        createdAt,
        endsAt ?? null,
      ],
    );
    return {
      id: insertId,
      brandId,
      code,
      title,
      lines,
      storeId: storeId ?? null,
      couponTemplateId: couponTemplateId ?? null,
      status: 'active',
      createdAt,
      endsAt: endsAt ?? null,
    };
  }

  /** @throws Refusal `not_found`, also when it is another brand's */
  async setStatus(
    tx: Tx,
    brandIds: readonly number[],
    code: string,
    status: CheckoutLink['status'],
  ): Promise<void> {
    const link = await tx.one<{ id: number; brandId: number }>(
      'SELECT id, brand_id AS brandId FROM checkout_link WHERE code = ?',
      [code],
    );
    if (!link || !brandIds.includes(link.brandId)) {
      throw notFound();
    }
    await tx.execute('UPDATE checkout_link SET status = ? WHERE id = ?', [status, link.id]);
  }
}

function toLink<T extends CheckoutLink>({ cart, ...row }: Stored<T>): T {
  return { ...row, lines: JSON.parse(cart) as LinkCartLine[] } as unknown as T;
}
