import { balanceOf } from './books.js';
import { DAY, HOUR, MINUTE } from './days.js';
import { booksOf, joinBrand, type Member, newMember } from './members.js';
import { placeOrder } from './orders.js';
import { redeem, type RewardShelf } from './redemptions.js';
import type { Brand, Store } from './shop.js';
import { personOf } from './staff.js';
import type { Pieces } from './stock.js';
import { checkIn } from './visits.js';
import type { World } from './world.js';

/**
 * The two customers by name. Their life is written out rather than left to chance, so that whoever tries the demo finds
 * something to do: an order waiting at the counter, a gift to fetch, points to spend.
 */
export function planDemoCustomers(world: World, shelf: RewardShelf): void {
  planRegular(world, shelf);
  planWearer(world);
}

function planRegular(world: World, shelf: RewardShelf): void {
  const { days, shop, agenda } = world;
  const { coffee, care } = shop;
  const [home, gate] = [storeNamed(coffee, '湖南路店'), storeNamed(care, '马当路店')];
  const now = days.now.getTime();
  const joined = wallTime(world, Math.max(0, days.count - 96), '08:20');
  agenda.plan(joined, () => {
    const person = personOf('customer');
    const member = newMember(world, joined, { name: person.name, wechat: person });
    joinBrand(
      world,
      member,
      coffee,
      home,
      joined,
      coffee.codes.find(({ store }) => store === home),
    );
    for (const [ago, time, what] of MORNINGS) {
      const at = wallTime(world, days.count - 1 - ago, time);
      if (at <= joined) {
        continue;
      }
      agenda.plan(at, () => {
        checkIn(world, member, coffee, home, at);
        buy(world, member, coffee, what, at + 2 * MINUTE, home);
      });
    }
    const careJoined = wallTime(world, Math.max(1, days.count - 41), '15:10');
    agenda.plan(careJoined, () => {
      const door = care.codes.find(({ store }) => store === gate);
      joinBrand(world, member, care, gate, careJoined, door);
      const lotion = ['甘草舒缓化妆水 150 毫升', '野蔷薇护手霜 50 克'];
      buy(world, member, care, lotion, careJoined + 6 * MINUTE, gate);
      const parcel = wallTime(world, days.count - 6, '21:30');
      buy(world, member, care, ['轻日防晒乳 50 毫升', '蜂蜡润唇膏 4 克'], parcel);
    });
    const gift = now - 26 * HOUR;
    agenda.plan(gift, () => perhapsFetch(world, shelf, member, coffee, '海盐可颂一只', home, gift));
    const waiting = now - 18 * MINUTE;
    agenda.plan(waiting, () => {
      const paidAt = waiting + 20_000;
      const fate = {
        paidAt,
        closedAt: undefined,
        handedOverAt: undefined,
        completedAt: undefined,
        refund: undefined,
      };
      placeOrder(
        world,
        member,
        { brand: coffee, pieces: piecesOf(coffee, ['桂花拿铁 大杯', '海盐可颂 一只']), pickup: home },
        waiting,
        fate,
      );
    });
  });
}

/** How many days ago, at what time, and what it was. */
const MORNINGS: [ago: number, time: string, what: string[]][] = [
  [92, '08:12', ['檐下拿铁 中杯']],
  [85, '08:31', ['檐下拿铁 中杯', '海盐可颂 一只']],
  [79, '08:05', ['桂花拿铁 中杯']],
  [71, '12:40', ['火腿芝士恰巴塔 一份', '冰美式 大杯']],
  [66, '08:22', ['檐下拿铁 大杯']],
  [58, '15:35', ['桂花巴斯克 一块', '手冲单品 云南日晒']],
  [52, '08:16', ['檐下拿铁 大杯', '海盐可颂 一只']],
  [44, '08:09', ['桂花拿铁 大杯']],
  [37, '16:02', ['云南日晒豆 250 克', '手冲单品 埃塞水洗']],
  [30, '08:27', ['檐下拿铁 大杯']],
  [24, '08:14', ['桂花拿铁 大杯', '肉桂卷 一只']],
  [17, '12:18', ['火腿芝士恰巴塔 一份', '椰云冷萃 中杯']],
  [12, '08:20', ['檐下拿铁 大杯']],
  [8, '08:11', ['桂花拿铁 大杯', '海盐可颂 一只']],
  [3, '15:48', ['挂耳咖啡 10 包装', '陈皮热巧克力 中杯']],
  [1, '08:18', ['檐下拿铁 大杯']],
];

function planWearer(world: World): void {
  const { days, shop, agenda } = world;
  const { eyewear } = shop;
  const home = storeNamed(eyewear, '静安寺店');
  const joined = wallTime(world, Math.max(0, days.count - 130), '14:05');
  agenda.plan(joined, () => {
    const person = personOf('wearer');
    const member = newMember(world, joined, { name: person.name, wechat: person });
    joinBrand(
      world,
      member,
      eyewear,
      home,
      joined,
      eyewear.codes.find(({ store }) => store === home),
    );
    buy(world, member, eyewear, ['听雨圆框 香槟金', '清朗非球面镜片 1.67 超薄'], joined + 35 * MINUTE, home);
    const again = wallTime(world, days.count - 33, '16:20');
    agenda.plan(again, () => {
      checkIn(world, member, eyewear, home, again);
      buy(
        world,
        member,
        eyewear,
        ['清朗非球面镜片 1.67 超薄', '镜面清洁组 60 毫升加布'],
        again + 20 * MINUTE,
        home,
      );
    });
  });
}

/** An order that went well, right away. */
function buy(world: World, member: Member, brand: Brand, titles: string[], at: number, pickup?: Store): void {
  const { agenda } = world;
  agenda.plan(at, () => {
    const paidAt = at + 25_000;
    const handedOverAt = pickup ? paidAt + 9 * MINUTE : paidAt + 14 * HOUR;
    const completedAt = pickup ? handedOverAt : handedOverAt + 3 * DAY;
    const fate = { paidAt, closedAt: undefined, handedOverAt, completedAt, refund: undefined };
    placeOrder(world, member, { brand, pieces: piecesOf(brand, titles), pickup }, at, fate);
  });
}

function perhapsFetch(
  world: World,
  shelf: RewardShelf,
  member: Member,
  brand: Brand,
  name: string,
  store: Store,
  at: number,
): void {
  const reward = brand.rewards.find(({ seed }) => seed.name === name);
  if (reward && balanceOf(booksOf(world.books, member, brand.program).points) >= reward.seed.points) {
    redeem(world, shelf, member, { reward, brand, store }, at, undefined);
  }
}

function piecesOf(brand: Brand, titles: string[]): Pieces[] {
  return titles.map((title) => {
    const sku = brand.skus.find((one) => one.title === title);
    if (!sku) {
      throw new Error(`${brand.seed.name} does not sell ${title}`);
    }
    return { sku, quantity: 1 };
  });
}

export function storeNamed(brand: Brand, name: string): Store {
  const store = brand.stores.find((one) => one.name === name);
  if (!store) {
    throw new Error(`${brand.seed.name} has no store ${name}`);
  }
  return store;
}

function wallTime({ days }: World, day: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return days.start(day) + hours * HOUR + minutes * MINUTE;
}
