import { Platform1764000000000 } from './1764000000000-platform.js';
import { Wechat1764000005000 } from './1764000005000-wechat.js';
import { Org1764000010000 } from './1764000010000-org.js';
import { Members1764000020000 } from './1764000020000-members.js';
import { Ledger1764000030000 } from './1764000030000-ledger.js';
import { Catalogue1764000040000 } from './1764000040000-catalogue.js';
import { LiveCodes1764000050000 } from './1764000050000-live-codes.js';
import { Loyalty1764000060000 } from './1764000060000-loyalty.js';
import { CheckIns1764000070000 } from './1764000070000-check-ins.js';
import { Inventory1764000080000 } from './1764000080000-inventory.js';
import { Pricing1764000085000 } from './1764000085000-pricing.js';
import { Orders1764000090000 } from './1764000090000-orders.js';
import { Payments1764000100000 } from './1764000100000-payments.js';
import { CommerceLines1764000110000 } from './1764000110000-commerce-lines.js';

/** In the order they run. Written by hand, reversible, never edited once released. */
export const MIGRATIONS = [
  Platform1764000000000,
  Wechat1764000005000,
  Org1764000010000,
  Members1764000020000,
  Ledger1764000030000,
  Catalogue1764000040000,
  LiveCodes1764000050000,
  Loyalty1764000060000,
  CheckIns1764000070000,
  Inventory1764000080000,
  Pricing1764000085000,
  Orders1764000090000,
  Payments1764000100000,
  CommerceLines1764000110000,
];
