import { randomUUID } from 'node:crypto';
import type { NotifyBehaviour } from '@regulars/wechat-stand-in';
import type { Answer } from '../harness.js';
import type { Chance } from './chance.js';
import type { Market, Shopper } from './market.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

interface LivingOrder {
  readonly shopper: Shopper;
  readonly id: string;
  readonly outTradeNo: string;
  sheet?: string;
}

const NOTIFICATIONS: readonly NotifyBehaviour[] = [
  ...(['once', 'once', 'none', 'twice', 'late', 'storm', 'tampered', 'signtest', 'wrongAmount'] as const),
];
const PAUSES_MS = [SECOND_MS, 20 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 16 * MINUTE_MS, HOUR_MS];

/** How often each thing happens, next to the others. */
const HABITS = {
  order: 5,
  openSheet: 4,
  pay: 5,
  cancel: 2,
  refundAsMember: 2,
  refundAsAdmin: 1,
  refundPart: 3,
  handOver: 1,
  redeem: 1,
  changeRefundPolicy: 1,
  endRefund: 1,
  letTimePass: 3,
  work: 3,
};
type Deed = keyof typeof HABITS;

/** Some hours in the life of a shop, as chance has it: people order, pay, cancel, want their money back; WeChat misbehaves. */
export class Life {
  readonly orders: LivingOrder[] = [];
  readonly redemptions: string[] = [];
  private readonly diary: string[] = [];

  constructor(
    private readonly market: Market,
    private readonly chance: Chance,
    /** With faults of WeChat, "try again later" is a fair answer. */
    private readonly allowed: { readonly unavailable: boolean } = { unavailable: false },
  ) {}

  /** What happened, for whoever has to understand a failure. */
  get story(): string {
    return this.diary.join('\n');
  }

  /** One thing happens, or a few at the same moment. */
  async step(): Promise<void> {
    const together = this.chance.happens(0.2) ? this.chance.whole(2, 4) : 1;
    const deeds = Array.from({ length: together }, () => this.chance.weighed(HABITS));
    // Chance decides before anything begins, so that a seed always plans the same.
    const planned = deeds.map((deed) => this.plan(deed));
    await Promise.all(planned.map((act) => act()));
  }

  private plan(deed: Deed): () => Promise<void> {
    const order = this.chance.oneOf(this.orders);
    switch (deed) {
      case 'order':
        return this.planOrder();
      case 'openSheet':
        return () => (order ? this.openSheet(order) : Promise.resolve());
      case 'pay': {
        const notify = this.chance.oneOf(NOTIFICATIONS) ?? 'once';
        return () => (order ? this.pay(order, notify) : Promise.resolve());
      }
      case 'cancel':
        return () =>
          this.ofOrder(order, 'cancel', ({ shopper, id }) =>
            shopper.customer.send('POST', `/api/member/orders/${id}/cancel`),
          );
      case 'refundAsMember':
        return () =>
          this.ofOrder(order, 'refund as member', ({ shopper, id }) =>
            shopper.customer.send('POST', `/api/member/orders/${id}/refunds`, { reason: '不想要了' }),
          );
      case 'refundAsAdmin':
        return () => this.ofOrder(order, 'refund as admin', ({ id }) => this.refundAsAdmin(id));
      case 'refundPart': {
        const byMember = this.chance.happens(0.4);
        // As many as an order has lines at most: whether each comes back, how many of it, and for how much of its share.
        const picks = [1, 2, 3].map(() => ({
          taken: this.chance.happens(0.6),
          quantity: this.chance.whole(0, 3),
          share: this.chance.oneOf([undefined, undefined, 0.5, 0.1]),
        }));
        return () => (order ? this.refundPart(order, picks, byMember) : Promise.resolve());
      }
      case 'handOver':
        return () => (order ? this.handOver(order) : Promise.resolve());
      case 'redeem': {
        const shopper = this.chance.oneOf(this.market.shoppers);
        return () => (shopper ? this.redeem(shopper) : Promise.resolve());
      }
      case 'changeRefundPolicy': {
        const afterMs = this.chance.oneOf([null, 0, SECOND_MS, 5 * MINUTE_MS]) ?? null;
        const status = this.chance.oneOf(['SUCCESS', 'SUCCESS', 'ABNORMAL', 'CLOSED'] as const) ?? 'SUCCESS';
        const notify = this.chance.oneOf(NOTIFICATIONS) ?? 'once';
        return async () => {
          this.note(`refunds end ${status} after ${afterMs} ms, told ${notify}`);
          await this.market.town.wechat.refundPolicy({ afterMs, status, notify });
        };
      }
      case 'endRefund': {
        const status = this.chance.oneOf(['SUCCESS', 'SUCCESS', 'ABNORMAL', 'CLOSED'] as const) ?? 'SUCCESS';
        return () => (order ? this.endRefunds(order, status) : Promise.resolve());
      }
      case 'letTimePass': {
        const ms = this.chance.oneOf(PAUSES_MS) ?? SECOND_MS;
        return async () => {
          this.note(`${ms / SECOND_MS} s pass`);
          await this.market.town.advance(ms);
          await this.market.signIn();
        };
      }
      case 'work':
        return async () => {
          this.note('the worker works');
          await this.market.town.app.runDueJobs();
        };
    }
  }

  private planOrder(): () => Promise<void> {
    const shopper = this.chance.oneOf(this.market.shoppers);
    const skus = this.market.skuIds.filter(() => this.chance.happens(0.5));
    const lines = (skus.length === 0 ? this.market.skuIds.slice(0, 1) : skus).map((skuId) => ({
      skuId,
      quantity: this.chance.whole(1, 3),
    }));
    const couponId = this.chance.happens(0.5) ? this.chance.oneOf(shopper?.coupons ?? []) : undefined;
    const points = this.chance.happens(0.4) ? this.chance.oneOf([10, 137, 100_000]) : undefined;
    const cart = { lines, ...(couponId && { couponId }), ...(points && { points }) };
    return async () => {
      const quote = shopper && (await this.market.quote(shopper, cart));
      if (!quote || quote.status !== 200) {
        return;
      }
      const answer = await this.market.order(shopper, cart, quote.body.payFen);
      this.expectSane('order', answer);
      if (answer.status === 201) {
        const { id, outTradeNo, status } = answer.body;
        this.orders.push({ shopper, id, outTradeNo });
        this.note(`order ${outTradeNo} for ${quote.body.payFen} fen: ${status} ${JSON.stringify(cart)}`);
      }
    };
  }

  private async openSheet(order: LivingOrder): Promise<void> {
    const answer = await order.shopper.customer.send<{ package: string }>(
      'POST',
      `/api/member/orders/${order.id}/payment`,
    );
    this.expectSane(`sheet ${order.outTradeNo}`, answer);
    if (answer.status === 200) {
      order.sheet = answer.body.package;
    }
  }

  /** The person confirms on the sheet; WeChat refuses what was paid or closed. */
  private async pay(order: LivingOrder, notify: NotifyBehaviour): Promise<void> {
    if (order.sheet === undefined) {
      await this.openSheet(order);
    }
    if (order.sheet !== undefined) {
      const paid = await this.market.town.wechat
        .pay(order.sheet, { notify, wait: this.chance.happens(0.7) })
        .then(() => 'paid')
        .catch(() => 'refused by WeChat');
      this.note(`${order.outTradeNo} ${paid}, told ${notify}`);
    }
  }

  private refundAsAdmin(id: string, wish: object = { reason: '门店缺货' }): Promise<Answer> {
    return this.market.shop.owner.send('POST', `/api/admin/orders/${id}/refunds`, wish, {
      headers: { 'idempotency-key': randomUUID() },
    });
  }

  private async refundPart(
    order: LivingOrder,
    picks: readonly { taken: boolean; quantity: number; share: number | undefined }[],
    byMember: boolean,
  ): Promise<void> {
    const { status, body } = await order.shopper.customer.get<{
      lines: { id: string; quantity: number; totalFen: number }[];
    }>(`/api/member/orders/${order.id}`);
    // Hours that passed at the same moment have ended the session.
    if (status !== 200) {
      return;
    }
    const lines = body.lines.flatMap(({ id, quantity, totalFen }, index) => {
      const pick = picks[index];
      if (!pick?.taken) {
        return [];
      }
      const pieces = Math.min(pick.quantity, quantity);
      const money = pick.share ?? (pieces === 0 ? 0.05 : undefined);
      return [
        {
          lineId: id,
          quantity: pieces,
          ...(money !== undefined && {
            amountFen: Math.floor((totalFen * (pieces || 1) * money) / quantity),
          }),
        },
      ];
    });
    if (lines.length === 0) {
      return;
    }
    const wish = { reason: '少了几样', lines };
    await this.ofOrder(
      order,
      `refund ${JSON.stringify(lines)} by ${byMember ? 'member' : 'admin'} of`,
      ({ id }) =>
        byMember
          ? order.shopper.customer.send('POST', `/api/member/orders/${id}/refunds`, wish)
          : this.refundAsAdmin(id, wish),
    );
  }

  private async handOver(order: LivingOrder): Promise<void> {
    const { body } = await order.shopper.customer.get<{ pickupCode: string | null }>(
      `/api/member/orders/${order.id}`,
    );
    if (body.pickupCode) {
      await this.ofOrder(order, 'hand over', () =>
        this.market.clerk.send('POST', '/api/staff/pickups', { code: body.pickupCode }),
      );
    }
  }

  private async redeem({ customer }: Shopper): Promise<void> {
    const answer = await this.market.town.app.post<{ id: string }>('/api/member/redemptions', {
      token: customer.token,
      headers: { 'idempotency-key': randomUUID() },
      body: { rewardId: this.market.rewardId, storeId: this.market.shop.storeId },
    });
    this.expectSane('redeem', answer);
    if (answer.status === 201) {
      this.redemptions.push(answer.body.id);
    }
  }

  private async endRefunds(
    { outTradeNo }: LivingOrder,
    status: 'SUCCESS' | 'ABNORMAL' | 'CLOSED',
  ): Promise<void> {
    const { wechat } = this.market.town;
    const payment = await wechat.payment(outTradeNo).catch(() => undefined);
    for (const refund of payment?.refunds ?? []) {
      await wechat.endRefund(refund.outRefundNo, status).catch(() => undefined);
    }
  }

  private async ofOrder(
    order: LivingOrder | undefined,
    what: string,
    act: (order: LivingOrder) => Promise<Answer>,
  ): Promise<void> {
    if (order) {
      this.expectSane(`${what} ${order.outTradeNo}`, await act(order));
    }
  }

  /** A "no" is fine, a fault never is. */
  private expectSane(what: string, { status, body }: Answer<object>): void {
    this.note(`${what}: ${status} ${'code' in body ? String(body.code) : ''}`);
    if (status >= 500 && !(this.allowed.unavailable && status === 503)) {
      throw new Error(`${what} was answered with ${status} ${JSON.stringify(body)}`);
    }
  }

  private note(line: string): void {
    this.diary.push(`  ${this.market.town.app.clock.now().toISOString()} ${line}`);
  }
}
