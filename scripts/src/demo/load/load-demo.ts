import { Random } from '../random.js';
import { Agenda } from '../world/agenda.js';
import { appointAdmins } from '../world/admins.js';
import { Books } from '../world/books.js';
import { DAY, Days, HOUR } from '../world/days.js';
import { live } from '../world/history.js';
import type { Seals } from '../world/seals.js';
import { openShop, type Shop } from '../world/shop.js';
import { Stock } from '../world/stock.js';
import { BulkWriter } from './bulk-writer.js';
import { Tables } from './tables.js';

export interface Recipe {
  readonly members: number;
  readonly days: number;
  readonly seed: string;
  /** The present of the demo: nothing in it is later. */
  readonly now: Date;
  /** The business day on which the present lies. */
  readonly today: string;
}

export interface Surroundings {
  readonly databaseUrl: string;
  readonly appId: string;
  readonly mchId: string;
  readonly seals: Seals;
  readonly onProgress?: (share: number, rows: number) => void;
}

export interface Loaded {
  readonly shop: Shop;
  readonly rows: number;
}

/** Writes the whole demo into an empty, migrated database. */
export async function loadDemo(recipe: Recipe, surroundings: Surroundings): Promise<Loaded> {
  const writer = await BulkWriter.open(surroundings.databaseUrl);
  try {
    const tables = new Tables(writer);
    const days = new Days(recipe.today, recipe.days, recipe.now);
    const openedAt = new Date(days.start(0) - 4 * DAY + 9 * HOUR);
    const world = {
      appId: surroundings.appId,
      mchId: surroundings.mchId,
      days,
      agenda: new Agenda(days),
      tables,
      random: new Random(recipe.seed),
      seals: surroundings.seals,
      books: new Books(tables, days),
      shop: openShop(tables, openedAt),
      stock: new Stock(tables),
    };
    await appointAdmins(world, openedAt);
    await live(world, {
      members: recipe.members,
      openedAt,
      breathe: () => writer.room(),
      afterDay: (day) => surroundings.onProgress?.((day + 1) / (days.count + 1), writer.written),
    });
    tables.flush();
    await writer.settled();
    await writer.run('UPDATE member_counter SET value = ? WHERE id = 1', [tables.lastId('member')]);
    // So that the first questions are planned by what is there now, not by what was there an hour ago.
    await writer.run(`ANALYZE TABLE ${tables.names.join(', ')}`);
    return { shop: world.shop, rows: writer.written };
  } finally {
    await writer.close();
  }
}
