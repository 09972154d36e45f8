import { configurePublicIds, toPublicId } from '@regulars/server/platform/ids/public-id';
import { cartOf, memberOf, storeOf, BRAND } from '../data/town.js';
import { payFenOf } from '../data/orders.js';
import { issueToken, memberSessionKey } from '../floor/session.js';
import type { OperationName, Side } from '../operations.js';
import { SIZES } from '../sizes.js';

const TOKEN_LIFE_MS = 2 * 3_600_000;
const PAGE = 20;
/** Coprime to the number of products, so that the order in which they are asked for looks like chance. */
const PRODUCT_STRIDE = 389;

/** The request number `index` of an operation, as bytes. Every one of both sides is the same, but for offsets. */
export class Requests {
  private readonly authorizations: string[];
  private readonly brandId: string;

  constructor(keys: { idKey: string; sessionKey: string }) {
    configurePublicIds(Buffer.from(keys.idKey, 'base64'));
    const key = memberSessionKey(keys.sessionKey);
    const endsAt = Date.now() + TOKEN_LIFE_MS;
    this.authorizations = Array.from(
      { length: SIZES.members },
      (_, index) => `Authorization: Bearer ${issueToken(key, index + 1, endsAt)}\r\n`,
    );
    this.brandId = toPublicId('brand', BRAND.id);
  }

  /** Notifications are prepared elsewhere: they have to be signed. */
  request(operation: Exclude<OperationName, 'notify'>, index: number, side: Side): Buffer {
    switch (operation) {
      case 'list':
        return get(`/api/member/products?brandId=${this.brandId}&limit=${PAGE}`);
      case 'listCold':
        return get(this.shelfBehind(index));
      case 'listOffset':
        return get(side === 'floor' ? this.shelfAt(index) : this.shelfBehind(index));
      case 'detail':
        return get(`/api/member/products/${toPublicId('product', anyProduct(index))}`);
      case 'detailHot':
        return get(`/api/member/products/${toPublicId('product', 1)}`);
      case 'card':
        return get(`/api/member/card?brandId=${this.brandId}`, this.authorizationOf(index));
      case 'quote':
        return post('/api/member/quotes', this.cart(index), this.authorizationOf(index));
      case 'order': {
        const body = { ...this.cart(index), expectedPayFen: payFenOf(index) };
        const key = `Idempotency-Key: bench-${String(index).padStart(10, '0')}\r\n`;
        return post('/api/member/orders', body, this.authorizationOf(index) + key);
      }
      case 'checkIn': {
        // Each member in each store once a day: the stores change when all members have been in one.
        const { code, lat, lng } = storeOf(Math.floor(index / SIZES.members));
        return post('/api/member/check-ins', { storeCode: code, lat, lng }, this.authorizationOf(index));
      }
    }
  }

  /** A position that nobody has asked for: ids behind it needn't exist, and no answer is remembered for it. */
  private shelfBehind(index: number): string {
    const cursor = Buffer.from(JSON.stringify([anyPosition(index), 1_000_000 + index])).toString('base64url');
    return `/api/member/products?brandId=${this.brandId}&limit=${PAGE}&after=${cursor}`;
  }

  private shelfAt(index: number): string {
    return `/api/member/products?brandId=${this.brandId}&limit=${PAGE}&offset=${anyPosition(index)}`;
  }

  private cart(index: number): object {
    return {
      brandId: this.brandId,
      lines: cartOf(index).map(({ sku, quantity }) => ({ skuId: toPublicId('sku', sku.id), quantity })),
      fulfilment: { kind: 'pickup', storeId: toPublicId('store', storeOf(index).id) },
    };
  }

  private authorizationOf(index: number): string {
    return this.authorizations[memberOf(index) - 1] ?? '';
  }
}

const anyProduct = (index: number): number => 1 + ((index * PRODUCT_STRIDE) % SIZES.products);

/** Never so far behind that the page is not full. */
const anyPosition = (index: number): number => (index * PRODUCT_STRIDE) % (SIZES.products - 2 * PAGE);

function get(path: string, headers = ''): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}\r\n`);
}

function post(path: string, body: object, headers = ''): Buffer {
  return postText(path, JSON.stringify(body), headers);
}

export function postText(path: string, text: string, headers: string): Buffer {
  const length = Buffer.byteLength(text);
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n` +
      `${headers}\r\n${text}`,
  );
}
