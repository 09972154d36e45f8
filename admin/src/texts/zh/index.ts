import { audit } from './audit';
import { catalogue, stock } from './catalogue';
import { common, pictures, problem, shell } from './common';
import { members } from './members';
import { orders } from './orders';
import { overview } from './overview';
import { rewards } from './rewards';
import { signIn } from './sign-in';
import { staff } from './staff';
import { liveCodes, stores } from './stores';

export const zh = {
  audit,
  catalogue,
  common,
  liveCodes,
  members,
  orders,
  overview,
  pictures,
  problem,
  rewards,
  shell,
  signIn,
  staff,
  stock,
  stores,
};
