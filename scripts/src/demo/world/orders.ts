import { earnedFor } from '@regulars/server/modules/loyalty/domain/earnings';
import { quote, type Quote } from '@regulars/server/modules/pricing/domain/quote';
import { CARRIERS, type Carrier, type OrderStatus } from '@regulars/shared';
import {
  outRefundNo,
  outTradeNo,
  pickupCode,
  prepayId,
  trackingNumber,
  transactionId,
  wechatRefundId,
} from './codes.js';
import { DAY, HOUR, MINUTE } from './days.js';
import { addressOf, booksOf, type Member } from './members.js';
import type { Booked } from './books.js';
import type { Brand, Store } from './shop.js';
import type { Pieces } from './stock.js';
import type { World } from './world.js';

const SECOND = 1000;
/** The time an order has to be paid. */
const PAY_WITHIN = 15 * MINUTE;

export interface Basket {
  readonly brand: Brand;
  readonly pieces: readonly Pieces[];
  /** Where it is picked up; absent when it is sent. */
  readonly pickup?: Store;
}

/** How an order goes. Decided when it is placed, so that its row can be written once, as it is at the end. */
interface Course {
  readonly paidAt?: number;
  readonly closedAt?: number;
  readonly handedOverAt?: number;
  readonly completedAt?: number;
  readonly refund?: {
    readonly at: number;
    readonly succeededAt: number;
    readonly reason: string;
    readonly byBrand: boolean;
  };
}

interface Placed {
  readonly id: number;
  readonly world: World;
  readonly member: Member;
  readonly basket: Basket;
  readonly at: number;
  readonly storeId: number;
  readonly quote: Quote;
  readonly course: Course;
  readonly tradeNo: string;
  readonly businessDay: string;
}

/**
 * Somebody orders. Returns when it is paid, or undefined when it never is or when the shelf is empty.
 * Orders that would still wait for their payment now are left out: nobody would ever close them.
 */
export function placeOrder(
  world: World,
  member: Member,
  basket: Basket,
  at: number,
  fate?: Partial<Course>,
): number | undefined {
  const { days, tables, stock, random } = world;
  const now = days.now.getTime();
  const storeId = basket.pickup?.id ?? basket.brand.warehouseId;
  if (!stock.has(storeId, basket.pieces)) {
    return undefined;
  }
  const course = { ...courseOf(world, basket, at), ...fate };
  if ((course.paidAt ?? course.closedAt ?? now + 1) > now) {
    return undefined;
  }
  const id = tables.nextId('customer_order');
  const businessDay = days.nameOf(at);
  const placed: Placed = {
    id,
    world,
    member,
    basket,
    at,
    storeId,
    quote: priceOf(basket),
    course: upTo(course, now),
    tradeNo: outTradeNo(businessDay, id),
    businessDay,
  };
  writeOrder(placed);
  writePayment(placed, random.whole(1, 3) * SECOND);
  const { paidAt, closedAt } = placed.course;
  if (paidAt !== undefined) {
    stock.sell(id, storeId, basket.pieces, new Date(at), new Date(paidAt));
    earn(placed, paidAt + SECOND);
  } else if (closedAt !== undefined) {
    stock.release(id, storeId, basket.pieces, new Date(at), new Date(closedAt));
  }
  return paidAt;
}

function priceOf({ brand, pieces, pickup }: Basket): Quote {
  const lines = pieces.map(({ sku, quantity }) => ({
    skuId: sku.id,
    quantity,
    listFen: sku.priceFen,
    memberFen: sku.memberPriceFen,
  }));
  return quote({ lines, member: true, freight: pickup ? undefined : brand.freight });
}

function courseOf({ random }: World, { brand, pickup }: Basket, at: number): Course {
  if (random.chance(0.06)) {
    const given = random.chance(0.4);
    return {
      closedAt: given ? at + random.whole(1, 9) * MINUTE : at + PAY_WITHIN + random.whole(1, 5) * SECOND,
    };
  }
  const paidAt = at + random.whole(6, 70) * SECOND;
  const handedOverAt = pickup
    ? paidAt + random.whole(4, brand.key === 'coffee' ? 25 : 90) * MINUTE
    : paidAt + random.between(4 * HOUR, 26 * HOUR);
  const completedAt = pickup ? handedOverAt : handedOverAt + random.between(2 * DAY, 5 * DAY);
  if (!random.chance(REFUND_RATE[brand.key])) {
    return { paidAt, handedOverAt, completedAt };
  }
  const early = random.chance(0.45);
  const refundAt = early
    ? paidAt + (handedOverAt - paidAt) * random.between(0.2, 0.8)
    : completedAt + random.between(HOUR, 6 * DAY);
  const refund = {
    at: refundAt,
    succeededAt: refundAt + random.whole(12, 150) * SECOND,
    reason: random.pick(early ? EARLY_REASONS : LATE_REASONS[brand.key]),
    byBrand: !early,
  };
  return early ? { paidAt, refund } : { paidAt, handedOverAt, completedAt, refund };
}

const REFUND_RATE = { coffee: 0.014, care: 0.04, eyewear: 0.03 };
const EARLY_REASONS = ['点错了，想换一种', '临时有事，来不及取', '地址填错了', '多拍了一份'];
const LATE_REASONS = {
  coffee: ['豆子袋口有破损', '饮品做错了，店里同意退款'],
  care: ['用了有点泛红，店里同意退款', '和手里的重复了', '包装压坏了'],
  eyewear: ['镜架偏紧，换了一副', '度数需要重新验', '颜色和想的不一样'],
};

/** What of the course has happened by now. A refund that is under way now has not begun. */
function upTo({ paidAt, closedAt, handedOverAt, completedAt, refund }: Course, now: number): Course {
  const past = (instant: number | undefined): number | undefined =>
    instant !== undefined && instant <= now ? instant : undefined;
  return {
    paidAt: past(paidAt),
    closedAt: past(closedAt),
    handedOverAt: past(handedOverAt),
    completedAt: past(completedAt),
    refund: refund && refund.succeededAt <= now ? refund : undefined,
  };
}

function statusOf({ basket, course }: Placed): OrderStatus {
  const { closedAt, refund, completedAt, handedOverAt } = course;
  if (closedAt !== undefined) {
    return 'closed';
  }
  if (refund) {
    return 'refunded';
  }
  if (completedAt !== undefined) {
    return 'completed';
  }
  return handedOverAt !== undefined && !basket.pickup ? 'shipped' : 'paid';
}

function writeOrder(placed: Placed): void {
  const { id, world, member, basket, at, storeId, course, tradeNo, businessDay } = placed;
  const { tables, seals } = world;
  const { goodsFen, discountFen, freightFen, payFen, steps, lines } = placed.quote;
  const paid = course.paidAt !== undefined;
  const sent = !basket.pickup && course.handedOverAt !== undefined;
  const address = basket.pickup
    ? null
    : seals.seal(JSON.stringify(addressOf(world, member, homeCity(member, basket), at)));
  tables.add('customer_order', {
    id,
    out_trade_no: tradeNo,
    brand_id: basket.brand.id,
    member_id: member.id,
    store_id: storeId,
    fulfilment: basket.pickup ? 'pickup' : 'delivery',
    address,
    status: statusOf(placed),
    goods_fen: goodsFen,
    discount_fen: discountFen,
    freight_fen: freightFen,
    pay_fen: payFen,
    paid_fen: paid ? payFen : 0,
    refunded_fen: course.refund ? payFen : 0,
    steps: JSON.stringify(steps),
    note: noteOf(world, basket),
    pickup_code: paid && basket.pickup ? pickupCode(id) : null,
    shipping_company: sent ? CARRIER : null,
    tracking_no: sent ? trackingNumber(id) : null,
    business_day: businessDay,
    created_at: new Date(at),
    expires_at: new Date(at + PAY_WITHIN),
    paid_at: instant(course.paidAt),
    handed_over_at: instant(course.handedOverAt),
  });
  const skus = new Map(basket.pieces.map(({ sku }) => [sku.id, sku]));
  for (const line of lines) {
    const sku = skus.get(line.skuId);
    tables.add('order_line', {
      order_id: id,
      sku_id: line.skuId,
      product_id: sku?.productId ?? null,
      name: sku?.title ?? null,
      picture_url: sku?.pictureUrl ?? null,
      quantity: line.quantity,
      list_fen: line.listFen,
      total_fen: line.totalFen,
      refunded_fen: course.refund ? line.totalFen : 0,
    });
  }
  writeEvents(placed);
}

const CARRIER: Carrier = 'SF';

const instant = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at));

const homeCity = (member: Member, { brand }: Basket) =>
  member.memberships.get(brand.key)?.home.seed.city ?? '上海';

function noteOf({ random }: World, { brand, pickup }: Basket): string {
  return random.chance(0.07)
    ? random.pick(pickup ? NOTES[brand.key] : ['放驿站就好', '工作日送，周末不在家', '请放门口'])
    : '';
}

const NOTES = {
  coffee: ['少冰', '去冰', '燕麦奶', '可颂帮我热一下', '十分钟后到', '两杯分开装'],
  care: ['送人，请帮忙包一下', '想顺便问问换季怎么用'],
  eyewear: ['度数按上次的档案', '下班后来取'],
};

function writeEvents(placed: Placed): void {
  const { id, world, member, basket, course } = placed;
  const add = (at: number | undefined, status: OrderStatus, actor: string, note: string): void => {
    if (at !== undefined) {
      world.tables.add('order_event', { order_id: id, at: new Date(at), status, actor, note });
    }
  };
  const me = `member:${member.id}`;
  const byTimeout = (course.closedAt ?? 0) - placed.at > PAY_WITHIN;
  add(
    course.closedAt,
    'closed',
    byTimeout ? 'system' : me,
    byTimeout ? '超过付款时间，订单自动关闭' : '你取消了订单',
  );
  add(course.paidAt, 'paid', 'system', basket.pickup ? '付款成功，请到店出示取货码' : '付款成功，等待发货');
  if (basket.pickup) {
    add(course.handedOverAt, 'completed', `staff:${clerkOf(world, basket.pickup)}`, '已到店取货');
  } else {
    add(
      course.handedOverAt,
      'shipped',
      `admin:${ADMIN_ID}`,
      `已交给${CARRIERS[CARRIER]}，运单号 ${trackingNumber(id)}`,
    );
    add(course.completedAt, 'completed', 'system', '包裹已签收');
    audit(placed, course.handedOverAt, 'order.shipped', { company: CARRIER, trackingNo: trackingNumber(id) });
  }
  if (course.refund) {
    const { at, succeededAt, reason, byBrand } = course.refund;
    add(at, 'refunding', byBrand ? `admin:${ADMIN_ID}` : me, `申请退款：${reason}`);
    add(succeededAt, 'refunded', 'system', '退款已原路退回');
    audit(placed, byBrand ? at : undefined, 'order.refunded', { reason });
  }
}

/** The owner, the first admin of the group. */
const ADMIN_ID = 1;

const clerkOf = ({ random }: World, store: Store): number => random.pick(store.staffIds);

/** What the admins did, as the console's audit shows it. */
function audit({ id, world, basket }: Placed, at: number | undefined, action: string, detail: object): void {
  if (at !== undefined) {
    world.tables.add('audit_entry', {
      at: new Date(at),
      actor_kind: 'admin',
      actor_id: ADMIN_ID,
      brand_id: basket.brand.id,
      action,
      subject_kind: 'order',
      subject_id: id,
      detail: JSON.stringify(detail),
    });
  }
}

function writePayment(
  { id, world, member, basket, at, quote: { payFen }, course, tradeNo, businessDay }: Placed,
  openedAfter: number,
): void {
  const { tables, appId, mchId } = world;
  const paymentId = tables.nextId('payment');
  const paid = course.paidAt !== undefined;
  const transaction = paid ? transactionId(businessDay, id) : null;
  tables.add('payment', {
    id: paymentId,
    order_id: id,
    out_trade_no: tradeNo,
    app_id: appId,
    mch_id: mchId,
    openid: member.openid,
    amount_fen: payFen,
    description: descriptionOf(basket),
    status: paid ? 'paid' : 'closed',
    prepay_id: prepayId(id),
    transaction_id: transaction,
    created_at: new Date(at + openedAfter),
    expires_at: new Date(at + PAY_WITHIN),
    paid_at: instant(course.paidAt),
    closed_at: instant(course.closedAt),
  });
  if (course.refund && transaction) {
    writeRefund({ id, world, payFen, paymentId, transaction, refund: course.refund });
  }
}

/** What stands in the customer's bill. */
function descriptionOf({ brand, pieces }: Basket): string {
  const more = pieces.length > 1 ? ` 等 ${pieces.length} 种` : '';
  return `${brand.seed.name} ${pieces[0]?.sku.title ?? ''}${more}`;
}

function writeRefund(of: {
  id: number;
  world: World;
  payFen: number;
  paymentId: number;
  transaction: string;
  refund: NonNullable<Course['refund']>;
}): void {
  const { tables, days } = of.world;
  const refundId = tables.nextId('refund');
  const businessDay = days.nameOf(of.refund.at);
  const succeededAt = new Date(of.refund.succeededAt);
  tables.add('refund', {
    id: refundId,
    payment_id: of.paymentId,
    order_id: of.id,
    kind: 'order',
    cause: `order:${of.id}`,
    attempt: 1,
    out_refund_no: outRefundNo(businessDay, refundId),
    transaction_id: of.transaction,
    amount_fen: of.payFen,
    total_fen: of.payFen,
    reason: of.refund.reason,
    status: 'succeeded',
    refund_id: wechatRefundId(businessDay, refundId),
    received_by: '支付用户零钱',
    created_at: new Date(of.refund.at),
    updated_at: succeededAt,
    succeeded_at: succeededAt,
  });
}

/** Points, growth and savings of a paid order, and their way back when it is refunded. */
function earn(placed: Placed, at: number): void {
  const {
    id,
    world,
    member,
    basket,
    quote: { payFen, discountFen },
    course,
  } = placed;
  const { tables, books, agenda, stock } = world;
  const { brand } = basket;
  const { program } = brand;
  const points = earnedFor(payFen, program.seed.pointsPerYuanBp);
  const growth = earnedFor(payFen, program.seed.growthPerYuanBp);
  tables.add('order_earning', {
    order_id: id,
    program_id: program.id,
    brand_id: brand.id,
    member_id: member.id,
    earn_rule_id: program.earnRuleId,
    paid_fen: payFen,
    points,
    growth,
    at: new Date(at),
  });
  const mine = booksOf(books, member, program);
  const cause = { kind: 'order.paid', id } as const;
  const booked: [keyof typeof mine, number, Booked | undefined][] = [
    [
      'points',
      points,
      points > 0 ? books.earn(mine.points, points, { ...cause, text: '消费获得积分' }, at) : undefined,
    ],
    [
      'growth',
      growth,
      growth > 0 ? books.earn(mine.growth, growth, { ...cause, text: '消费获得成长值' }, at) : undefined,
    ],
  ];
  saving(placed, { kind: cause.kind, id }, discountFen, at);
  const { refund } = course;
  if (!refund) {
    return;
  }
  const refundId = tables.lastId('refund');
  agenda.plan(refund.succeededAt, () => {
    const back = { kind: 'order.refunded', id: refundId } as const;
    for (const [unit, amount, earning] of booked) {
      if (earning) {
        const text = unit === 'points' ? '退款收回积分' : '退款收回成长值';
        books.clawBack(mine[unit], amount, earning, { ...back, text }, refund.succeededAt);
      }
    }
    saving(placed, { kind: back.kind, id: refundId }, 0 - discountFen, refund.succeededAt);
    if (course.handedOverAt === undefined) {
      stock.putBack(id, placed.storeId, basket.pieces, new Date(refund.succeededAt));
    }
  });
}

function saving(
  { id, world, member, basket }: Placed,
  cause: { kind: string; id: number },
  amountFen: number,
  at: number,
): void {
  if (amountFen !== 0) {
    world.tables.add('member_saving', {
      member_id: member.id,
      brand_id: basket.brand.id,
      order_id: id,
      cause_kind: cause.kind,
      cause_id: cause.id,
      rule: 'member',
      amount_fen: amountFen,
      business_day: world.days.nameOf(at),
      at: new Date(at),
    });
  }
}
