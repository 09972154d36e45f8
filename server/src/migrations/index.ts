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
import { Media1764000200000 } from './1764000200000-media.js';
import { CatalogueBreadth1764000210000 } from './1764000210000-catalogue-breadth.js';
import { InventoryBreadth1764000220000 } from './1764000220000-inventory-breadth.js';
import { Promotions1764000300000 } from './1764000300000-promotions.js';
import { Coupons1764000310000 } from './1764000310000-coupons.js';
import { OrderStates1764000400000 } from './1764000400000-order-states.js';
import { Carts1764000410000 } from './1764000410000-carts.js';
import { Checkout1764000420000 } from './1764000420000-checkout.js';
import { OrderDesk1764000430000 } from './1764000430000-order-desk.js';
import { PartialRefunds1764000500000 } from './1764000500000-partial-refunds.js';
import { AfterSales1764000510000 } from './1764000510000-after-sales.js';
import { Reviews1764000520000 } from './1764000520000-reviews.js';
import { Reconciliation1764000600000 } from './1764000600000-reconciliation.js';
import { Audience1764000700000 } from './1764000700000-audience.js';
import { PendingPoints1764000800000 } from './1764000800000-pending-points.js';
import { PointsTerms1764000810000 } from './1764000810000-points-terms.js';
import { LedgerProof1764000820000 } from './1764000820000-ledger-proof.js';
import { RewardRules1764000830000 } from './1764000830000-reward-rules.js';
import { LedgerDays1764000840000 } from './1764000840000-ledger-days.js';

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
  Media1764000200000,
  CatalogueBreadth1764000210000,
  InventoryBreadth1764000220000,
  Promotions1764000300000,
  Coupons1764000310000,
  OrderStates1764000400000,
  Carts1764000410000,
  Checkout1764000420000,
  OrderDesk1764000430000,
  PartialRefunds1764000500000,
  AfterSales1764000510000,
  Reviews1764000520000,
  Reconciliation1764000600000,
  Audience1764000700000,
  PendingPoints1764000800000,
  PointsTerms1764000810000,
  LedgerProof1764000820000,
  RewardRules1764000830000,
  LedgerDays1764000840000,
];
