import type { AdminRole } from '@regulars/shared';
import type { BrandKey } from './types.js';

/** The people one can be in the demo. Their WeChat exists in the stand-in, their history in the database. */
export interface DemoPerson {
  key: 'customer' | 'newcomer' | 'wearer' | 'clerk' | 'manager';
  openid: string;
  unionid: string;
  nickname: string;
  name: string;
  phone: string;
  /** What one can try as this person. */
  about: string;
}

export const DEMO_PEOPLE: DemoPerson[] = [
  {
    key: 'customer',
    openid: 'oRegulars-linxiaoman-0000001',
    unionid: 'uRegulars-linxiaoman-0000001',
    nickname: '小满',
    name: '林小满',
    phone: '14200000001',
    about: '晴檐咖啡和蘅野的老客人，有积分、有订单，也有一份待取的咖啡和一件待领的礼物。',
  },
  {
    key: 'newcomer',
    openid: 'oRegulars-zhouyining-0000002',
    unionid: 'uRegulars-zhouyining-0000002',
    nickname: '以宁',
    name: '周以宁',
    phone: '14200000002',
    about: '第一次路过的客人，还没有入会。扫一扫店里的码，从头走一遍。',
  },
  {
    key: 'wearer',
    openid: 'oRegulars-chenyanqiu-0000003',
    unionid: 'uRegulars-chenyanqiu-0000003',
    nickname: '砚秋',
    name: '陈砚秋',
    phone: '14200000003',
    about: '明里眼镜的会员，上个月刚换了一副镜片。',
  },
  {
    key: 'clerk',
    openid: 'oRegulars-zhaoyajing-0000004',
    unionid: 'uRegulars-zhaoyajing-0000004',
    nickname: '雅静',
    name: '赵雅静',
    phone: '14200000004',
    about: '晴檐咖啡湖南路店的店员：扫会员码、核销取货码、替客人签到。',
  },
  {
    key: 'manager',
    openid: 'oRegulars-shenhuaijin-000005',
    unionid: 'uRegulars-shenhuaijin-000005',
    nickname: '怀瑾',
    name: '沈怀瑾',
    phone: '14200000005',
    about: '晴檐咖啡湖南路店和富民路店的店长，看得到两家店今天的情况。',
  },
];

export interface DemoAdmin {
  email: string;
  name: string;
  role: AdminRole;
  /** Which brands; every brand of the group when absent. */
  brands?: BrandKey[];
}

export const DEMO_ADMINS: DemoAdmin[] = [
  { email: 'owner@regulars.demo', name: '叶知秋', role: 'owner' },
  { email: 'operator@regulars.demo', name: '方小禾', role: 'operator', brands: ['coffee'] },
  { email: 'finance@regulars.demo', name: '秦立新', role: 'finance' },
  { email: 'viewer@regulars.demo', name: '江望舒', role: 'viewer', brands: ['eyewear'] },
];

/** Play credentials of a play shop: whoever runs it with real customers makes new admins and removes these. */
export const DEMO_PASSWORD = 'laozhugu-2026';
export const DEMO_TOTP_SECRET = 'LAOZHUGUREGULARSDEMOSECRET234567';
