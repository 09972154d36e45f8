import { DAY, HOUR } from './days.js';
import { planDemoCustomers } from './demo-people.js';
import { joinsPerDay, planJoins } from './joins.js';
import { RewardShelf } from './redemptions.js';
import { hire } from './staff.js';
import type { World } from './world.js';

/** An ordinary shop, by which stock and rewards are measured. */
const ORDINARY_MEMBERS = 20_000;

export interface HistoryOptions {
  readonly members: number;
  readonly openedAt: Date;
  /** Called and waited for every now and then, so that rows are not made faster than they are written. */
  readonly breathe: () => Promise<void>;
  readonly afterDay: (day: number) => void;
}

/** Lives through all days, from the opening to now. */
export async function live(
  world: World,
  { members, openedAt, breathe, afterDay }: HistoryOptions,
): Promise<void> {
  const { days, agenda, stock, tables } = world;
  const scale = members / ORDINARY_MEMBERS;
  const shelf = new RewardShelf(world.shop, scale);
  stock.fill(world.shop, scale, openedAt);
  hire(world, openedAt.getTime() + HOUR);
  planDemoCustomers(world, shelf);
  const counts = joinsPerDay(world, Math.max(0, members - tables.lastId('member') - DEMO_CUSTOMERS));
  for (let day = 0; day < days.count; day++) {
    planJoins(world, shelf, day, counts[day] ?? 0);
    await agenda.live(day, breathe);
    if (day < days.count - 1) {
      stock.refill(new Date(days.start(day) + DAY - HOUR));
    }
    afterDay(day);
  }
  stock.close();
  shelf.close(world, openedAt);
  await world.books.closeSlowly(breathe);
}

const DEMO_CUSTOMERS = 2;
