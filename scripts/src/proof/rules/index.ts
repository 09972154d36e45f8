import type { Rule } from '../check.js';
import { AUDIENCE } from './audience.js';
import { CALLBACKS } from './callbacks.js';
import { COUPONS } from './coupons.js';
import { LEDGER } from './ledger.js';
import { PAYMENTS } from './payments.js';
import { RECONCILIATION } from './reconciliation.js';
import { REFUNDS } from './refunds.js';
import { REWARDS } from './rewards.js';
import { SPENDING } from './spending.js';
import { STOCK } from './stock.js';
import { TOTALS } from './totals.js';

export const RULES: readonly Rule[] = [
  LEDGER,
  SPENDING,
  STOCK,
  REWARDS,
  COUPONS,
  TOTALS,
  PAYMENTS,
  REFUNDS,
  RECONCILIATION,
  CALLBACKS,
  AUDIENCE,
];
