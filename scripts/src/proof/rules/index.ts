import type { Rule } from '../check.js';
import { LEDGER } from './ledger.js';
import { PAYMENTS } from './payments.js';
import { REWARDS } from './rewards.js';
import { SPENDING } from './spending.js';
import { STOCK } from './stock.js';
import { TOTALS } from './totals.js';

export const RULES: readonly Rule[] = [LEDGER, SPENDING, STOCK, REWARDS, TOTALS, PAYMENTS];
