import { Weighted } from '../random.js';
import type { BrandKey } from '../shop/types.js';
import { DAY, MINUTE } from './days.js';
import { joinBrand, type Member, newMember, passBy } from './members.js';
import type { RewardShelf } from './redemptions.js';
import type { Brand, LiveCode, Store } from './shop.js';
import { openingInstant, Regular } from './visits.js';
import type { World } from './world.js';

const BRANDS = new Weighted<{ key: BrandKey; share: number }>(
  [
    { key: 'coffee', share: 62 },
    { key: 'care', share: 21 },
    { key: 'eyewear', share: 17 },
  ],
  ({ share }) => share,
);

/** Weeks of a campaign: from which day (as a share of the whole time), for how many days, and how much more come. */
const CAMPAIGNS = [
  { from: 0.22, days: 5, factor: 1.9 },
  { from: 0.55, days: 7, factor: 1.6 },
  { from: 0.86, days: 4, factor: 2.1 },
];

/** People who scan and go their way, for each one who joins. */
const PASSERS_BY = 0.4;
/** Members of one brand who also join another, some time later. */
const JOINS_ANOTHER = 0.14;

/** Spreads the joins over the days: slowly more, more at weekends, most in the weeks of a campaign. */
export function joinsPerDay({ days }: World, members: number): number[] {
  const weights = Array.from({ length: days.count }, (_, day) => {
    const campaign = CAMPAIGNS.find(({ from, days: length }) => {
      const first = Math.floor(from * days.count);
      return day >= first && day < first + length;
    });
    const passed = day === days.count - 1 ? days.shareOfToday : 1;
    return (
      (0.65 + (0.7 * day) / days.count) * (days.isWeekend(day) ? 1.3 : 1) * (campaign?.factor ?? 1) * passed
    );
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let carried = 0;
  return weights.map((weight) => {
    carried += (members * weight) / total;
    const whole = Math.floor(carried);
    carried -= whole;
    return whole;
  });
}

/** Plans who scans and joins on a day. */
export function planJoins(world: World, shelf: RewardShelf, day: number, count: number): void {
  const { random, agenda, shop } = world;
  for (let i = 0; i < count; i++) {
    const brand = shop[BRANDS.pick(random).key];
    const { code, store, at } = door(world, brand, day);
    agenda.plan(at, () => {
      const member = newMember(world, at);
      settle(world, shelf, member, brand, { code, store, at });
    });
    if (random.chance(PASSERS_BY)) {
      const other = door(world, brand, day);
      agenda.plan(other.at, () => passBy(world, other.code, other.at));
    }
  }
}

interface Door {
  readonly code: LiveCode;
  readonly store: Store;
  readonly at: number;
}

/** Somebody who comes in at a door, today not later than now if that can be had. */
function door({ random, days }: World, brand: Brand, day: number): Door {
  const code = brand.anyCode.pick(random);
  const store = code.store ?? brand.anyStore.pick(random);
  let at = openingInstant(random, days.start(day), store);
  for (let tries = 0; at > days.now.getTime() && tries < 30; tries++) {
    at = openingInstant(random, days.start(day), store);
  }
  return { code, store, at };
}

function settle(
  world: World,
  shelf: RewardShelf,
  member: Member,
  brand: Brand,
  { code, store, at }: Door,
): void {
  const { random } = world;
  const membership = joinBrand(world, member, brand, store, at, code);
  new Regular(world, shelf, member, membership, at).begin(at, code.store !== undefined);
  if (member.memberships.size === 1 && random.chance(JOINS_ANOTHER)) {
    planSecondBrand(world, shelf, member, brand, at);
  }
}

function planSecondBrand(
  world: World,
  shelf: RewardShelf,
  member: Member,
  first: Brand,
  after: number,
): void {
  const { random, agenda, shop, days } = world;
  const others = Object.values(shop).filter(({ key }) => key !== first.key);
  const brand = random.pick(others);
  const city = member.memberships.get(first.key)?.home.seed.city;
  const stores = brand.stores.filter(({ seed }) => seed.city === city);
  const store = random.pick(stores.length > 0 ? stores : brand.stores);
  const code = random.pick(brand.codes.filter((one) => one.store === store));
  const day = days.dayOf(after + (2 + random.waiting(25)) * DAY);
  const at = openingInstant(random, days.start(day), store) + MINUTE;
  agenda.plan(at, () => settle(world, shelf, member, brand, { code, store, at }));
}
