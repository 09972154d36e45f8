import { type Random, Weighted } from '../random.js';
import type { BrandKey } from '../shop/types.js';
import { DAY, MINUTE } from './days.js';
import { booksOf, type Member, type Membership } from './members.js';
import { placeOrder } from './orders.js';
import { perhapsRedeem, type RewardShelf } from './redemptions.js';
import type { Brand, Sku, Store } from './shop.js';
import type { Pieces } from './stock.js';
import type { World } from './world.js';

/** How often somebody comes, and for how long. */
interface Habit {
  readonly share: number;
  readonly gapDays: number;
  readonly staysDays: number;
}

const HABITS: Record<BrandKey, Weighted<Habit>> = {
  coffee: habits([
    { share: 15, gapDays: 6, staysDays: 150 },
    { share: 40, gapDays: 20, staysDays: 110 },
    { share: 45, gapDays: 55, staysDays: 70 },
  ]),
  care: habits([
    { share: 25, gapDays: 32, staysDays: 200 },
    { share: 75, gapDays: 75, staysDays: 120 },
  ]),
  eyewear: habits([
    { share: 20, gapDays: 60, staysDays: 300 },
    { share: 80, gapDays: 140, staysDays: 200 },
  ]),
};

function habits(list: Habit[]): Weighted<Habit> {
  return new Weighted(list, ({ share }) => share);
}

/** Who orders to their door rather than at the counter. */
const ORDERS_ONLINE: Record<BrandKey, number> = { coffee: 0.05, care: 0.55, eyewear: 0.22 };
const CHECKS_IN: Record<BrandKey, number> = { coffee: 0.42, care: 0.3, eyewear: 0.5 };

/** A member's comings and goings with one brand, from the day they joined. */
export class Regular {
  private readonly habit: Habit;
  private readonly leavesAt: number;

  constructor(
    private readonly world: World,
    private readonly shelf: RewardShelf,
    private readonly member: Member,
    private readonly membership: Membership,
    joinedAt: number,
  ) {
    this.habit = HABITS[membership.brand.key].pick(world.random);
    this.leavesAt = joinedAt + world.random.waiting(this.habit.staysDays) * DAY;
  }

  /** The visit during which they joined, and then life goes on. */
  begin(at: number, inStore: boolean): void {
    if (inStore) {
      this.world.agenda.plan(at + this.world.random.whole(40, 200) * 1000, () => this.visit(at, 0.72));
    }
    this.planNext(at);
  }

  private planNext(after: number): void {
    const { random, days, agenda } = this.world;
    // Never twice on one day: a member checks in once per store and day.
    const day = days.dayOf(after) + Math.max(1, Math.round(random.waiting(this.habit.gapDays)));
    const at = this.hourOn(nudged(day, days.isWeekend(day), random.next()));
    if (at < this.leavesAt) {
      agenda.plan(at, () => {
        this.come(at);
        this.planNext(at);
      });
    }
  }

  private come(at: number): void {
    const { random } = this.world;
    if (random.chance(ORDERS_ONLINE[this.membership.brand.key])) {
      this.order(at, undefined);
    } else {
      this.visit(at, 0.88);
    }
  }

  private visit(at: number, buys: number): void {
    const { random } = this.world;
    const { home, brand } = this.membership;
    const store = random.chance(0.86) ? home : elsewhere(this.world, brand, home);
    if (random.chance(CHECKS_IN[brand.key])) {
      checkIn(this.world, this.member, brand, store, at);
    }
    if (random.chance(buys)) {
      this.order(at + random.whole(30, 240) * 1000, store);
    }
  }

  private order(at: number, pickup: Store | undefined): void {
    const { agenda, random } = this.world;
    const { brand } = this.membership;
    agenda.plan(at, () => {
      const pieces = fillBasket(this.world, brand, pickup !== undefined);
      const paidAt = placeOrder(this.world, this.member, { brand, pieces, pickup }, at);
      if (paidAt !== undefined) {
        const lookAt = paidAt + random.whole(1, 30) * MINUTE;
        agenda.plan(lookAt, () =>
          perhapsRedeem(this.world, this.shelf, this.member, this.membership, lookAt),
        );
      }
    });
  }

  /** An instant within the hours of the home store, at the times when people come. */
  private hourOn(day: number): number {
    const { days, random } = this.world;
    return openingInstant(random, days.start(day), this.membership.home);
  }
}

/** People come to shops at weekends a little more than on weekdays. */
function nudged(day: number, weekend: boolean, chance: number): number {
  return weekend || chance > 0.18 ? day : day + 1;
}

/** Morning, noon and afternoon have their rush; everything lies between opening and a little before closing. */
export function openingInstant(
  random: Random,
  midnight: number,
  { opensMinute, closesMinute }: Store,
): number {
  const rush = random.next();
  const peak = rush < 0.38 ? 0.13 : rush < 0.68 ? 0.42 : 0.74;
  const share = Math.min(0.995, Math.abs(random.around(peak, 0.14)));
  return midnight + Math.floor((opensMinute + share * (closesMinute - opensMinute - 20)) * MINUTE);
}

function elsewhere({ random }: World, { stores }: Brand, home: Store): Store {
  return random.pick(stores.filter(({ seed }) => seed.city === home.seed.city));
}

export function checkIn(world: World, member: Member, brand: Brand, store: Store, at: number): void {
  const { tables, random, days, books } = world;
  const businessDay = days.nameOf(at);
  const id = tables.nextId('check_in');
  const byStaff = random.chance(0.3);
  const points = brand.program.seed.checkInPoints;
  tables.add('check_in', {
    id,
    member_id: member.id,
    brand_id: brand.id,
    store_id: store.id,
    business_day: businessDay,
    kind: byStaff ? 'staff' : 'customer',
    staff_id: byStaff ? random.pick(store.staffIds) : null,
    distance_m: byStaff ? null : random.whole(2, 120),
    points,
    at: new Date(at),
  });
  const cause = { kind: 'check-in.made', id, text: `到店签到：${store.name}` } as const;
  books.earn(booksOf(books, member, brand.program).points, points, cause, at);
}

function fillBasket({ random }: World, brand: Brand, atCounter: boolean): Pieces[] {
  const kinds =
    brand.key === 'coffee'
      ? random.chance(0.36)
        ? 2
        : 1
      : random.chance(0.42)
        ? 2
        : random.chance(0.2)
          ? 3
          : 1;
  const chosen = new Map<number, Pieces>();
  while (chosen.size < kinds) {
    const sku: Sku = (atCounter ? brand.anySku : brand.shelfSku).pick(random);
    chosen.set(sku.id, { sku, quantity: random.chance(brand.key === 'coffee' ? 0.14 : 0.06) ? 2 : 1 });
  }
  return [...chosen.values()].sort((a, b) => a.sku.id - b.sku.id);
}
