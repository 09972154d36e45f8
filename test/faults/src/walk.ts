import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RunFile {
  readonly api: string;
  readonly wechat: string;
  readonly appId: string;
  readonly brandId: string;
  readonly liveCode: string;
  readonly pids: Readonly<Record<string, number>>;
}

/** How the notification of a payment behaves, see the stand-in's control API. */
const NOTIFICATIONS = ['once', 'none', 'twice', 'late', 'storm', 'tampered', 'signtest'] as const;

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Where the servers are may change; what was meant stays the same, so everything is asked again until it is answered. */
const TRIES_MAX = 60;
const PAUSE_MS = 500;

/** A customer who doesn't give up: asks again, with the same key, when the server has died under the question. */
export class Customer {
  private token = '';

  constructor(
    private readonly run: RunFile,
    private readonly random: () => number,
    /** The orders that were placed, by number, as this customer knows them. */
    private readonly placed: Set<string>,
  ) {}

  /** Joins, then lives until told to stop. */
  async live(until: () => boolean): Promise<void> {
    await this.join();
    while (!until()) {
      await this.shopOnce();
    }
  }

  private async join(): Promise<void> {
    const { openid } = (await this.wechat('POST', '/control/users', {})) as { openid: string };
    const { code } = (await this.wechat('POST', '/control/login-codes', {
      openid,
      appId: this.run.appId,
    })) as { code: string };
    const session = await this.once('POST', '/api/member/session', { appId: this.run.appId, code });
    if (session.status === 200) {
      this.token = String(session.body.token);
    } else {
      // The code may have been used by the attempt that died.
      return this.join();
    }
    await this.insist('POST', '/api/member/memberships', {
      brandId: this.run.brandId,
      liveCode: this.run.liveCode,
      consents: [{ purpose: 'service', given: true }],
    });
  }

  private async shopOnce(): Promise<void> {
    const { brandId } = this.run;
    const products = await this.insist('GET', `/api/member/products?brandId=${brandId}&limit=10`);
    const stores = await this.insist('GET', `/api/member/stores?brandId=${brandId}`);
    const product = this.oneOf(products.body.items as { id: string }[]);
    const store = this.oneOf(stores.body.items as { id: string }[]);
    const detail = await this.insist('GET', `/api/member/products/${product.id}?storeId=${store.id}`);
    const sku = this.oneOf(detail.body.skus as { id: string }[]);
    const cart = {
      brandId,
      lines: [{ skuId: sku.id, quantity: 1 + Math.floor(this.random() * 2) }],
      fulfilment: { kind: 'pickup', storeId: store.id },
    };
    const quote = await this.insist('POST', '/api/member/quotes', cart);
    const order = await this.insist(
      'POST',
      '/api/member/orders',
      { ...cart, expectedPayFen: quote.body.payFen },
      randomUUID(),
    );
    if (order.status !== 201) {
      return;
    }
    this.placed.add(String(order.body.outTradeNo));
    await this.decide(String(order.body.id));
    await this.redeem(store.id);
  }

  /** Pays most orders, leaves or cancels some, and wants the money of some back. */
  private async decide(orderId: string): Promise<void> {
    const mood = this.random();
    if (mood < 0.1) {
      await this.insist('POST', `/api/member/orders/${orderId}/cancel`);
      return;
    }
    const sheet = await this.insist('POST', `/api/member/orders/${orderId}/payment`);
    if (sheet.status !== 200 || mood < 0.15) {
      return;
    }
    const notify = this.oneOf(NOTIFICATIONS);
    const prepayId = String(sheet.body.package).replace('prepay_id=', '');
    await this.wechat('POST', '/control/payments', { prepayId, outcome: 'pay', notify }).catch(
      () => undefined,
    );
    if (mood > 0.85) {
      await this.insist('POST', `/api/member/orders/${orderId}/refunds`, { reason: '不想要了' });
    } else if (mood > 0.75) {
      // Too late for that: the money is on its way.
      await this.insist('POST', `/api/member/orders/${orderId}/cancel`);
    }
  }

  private async redeem(storeId: string): Promise<void> {
    const rewards = await this.insist('GET', `/api/member/rewards?brandId=${this.run.brandId}`);
    const affordable = (rewards.body.items as { id: string; redeemable: boolean }[]).filter(
      ({ redeemable }) => redeemable,
    );
    if (affordable.length === 0) {
      return;
    }
    const wish = { rewardId: this.oneOf(affordable).id, storeId };
    const redemption = await this.insist('POST', '/api/member/redemptions', wish, randomUUID());
    if (redemption.status === 201 && this.random() < 0.3) {
      await this.insist('POST', `/api/member/redemptions/${String(redemption.body.id)}/cancel`);
    }
  }

  /** Asks until there is an answer; a refusal is one. */
  private async insist(method: string, path: string, body?: object, key?: string): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.once(method, path, body, key);
      if (answer.status < 500) {
        return answer;
      }
      if (tries >= TRIES_MAX) {
        throw new Error(`${method} ${path} was not answered in ${TRIES_MAX} tries; last ${answer.status}`);
      }
      await sleep(PAUSE_MS);
    }
  }

  /** A server that is gone counts as busy. */
  private async once(method: string, path: string, body?: object, key?: string): Promise<Answer> {
    try {
      const response = await fetch(this.run.api + path, {
        method,
        headers: {
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      };
    } catch {
      return { status: 503, body: {} };
    }
  }

  private async wechat(method: string, path: string, body: object): Promise<unknown> {
    const response = await fetch(this.run.wechat + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
    return response.json();
  }

  private oneOf<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) {
      throw new Error('There is nothing to choose from');
    }
    return item;
  }
}

/** Numbers from a seed, so that a failure can be walked again (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
