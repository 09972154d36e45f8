import type { Tables } from '../load/tables.js';
import type { Random } from '../random.js';
import type { Agenda } from './agenda.js';
import type { Books } from './books.js';
import type { Days } from './days.js';
import type { Seals } from './seals.js';
import type { Shop } from './shop.js';
import type { Stock } from './stock.js';

/** What everything that happens in the demo needs to know. */
export interface World {
  readonly appId: string;
  readonly mchId: string;
  readonly days: Days;
  readonly agenda: Agenda;
  readonly tables: Tables;
  readonly random: Random;
  readonly seals: Seals;
  readonly books: Books;
  readonly shop: Shop;
  readonly stock: Stock;
}
