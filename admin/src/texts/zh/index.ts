import { afterSales, guarantees, reviews } from './after-sales';
import { audit } from './audit';
import { catalogue, stock } from './catalogue';
import { common, pictures, problem, shell } from './common';
import { members } from './members';
import { orders } from './orders';
import { overview } from './overview';
import { reconciliation } from './reconciliation';
import { coupons, freight, pointsRule, promotions, simulator } from './pricing';
import { points } from './points';
import { rewards } from './rewards';
import { segments } from './segments';
import { signIn } from './sign-in';
import { staff } from './staff';
import { liveCodes, stores } from './stores';
import { tags } from './tags';

export const zh = {
  afterSales,
  guarantees,
  reviews,
  audit,
  catalogue,
  common,
  coupons,
  freight,
  liveCodes,
  members,
  orders,
  overview,
  pictures,
  pointsRule,
  points,
  problem,
  reconciliation,
  promotions,
  rewards,
  segments,
  shell,
  signIn,
  simulator,
  staff,
  stock,
  stores,
  tags,
};
