import type { PictureName } from '../../art/pictures.js';

/** The demo group as data: what a person would type into the console on the first day. */

export type BrandKey = 'coffee' | 'care' | 'eyewear';
export type ProgramKey = 'eaves' | 'clear';

export interface BenefitSeed {
  title: string;
  text: string;
}

export interface TierSeed {
  level: number;
  name: string;
  /** Growth from which a member is in this tier. */
  growthFrom: number;
  memberPrice: boolean;
  benefits: BenefitSeed[];
}

export interface ProgramSeed {
  key: ProgramKey;
  name: string;
  pointsPerYuanBp: number;
  growthPerYuanBp: number;
  checkInPoints: number;
  tiers: TierSeed[];
}

/** Who speaks for the brand, and how. */
export interface PersonaSeed {
  name: string;
  role: string;
  ageBand: string;
  greeting: string;
  avatar: PictureName;
  portrait: PictureName;
  traits: string[];
  hobbies: string[];
  tone: { says: string[]; neverSays: string[] };
  topics: string[];
}

export interface BrandSeed {
  key: BrandKey;
  program: ProgramKey;
  name: string;
  slogan: string;
  industry: string;
  primary: `#${string}`;
  logo: PictureName;
  cover: PictureName;
  persona: PersonaSeed;
}

export type City = '上海' | '杭州' | '成都';

export interface StoreSeed {
  brand: BrandKey;
  /** Also the stable name from which its codes are drawn. */
  name: string;
  city: City;
  address: string;
  lat: number;
  lng: number;
  opensAt: string;
  closesAt: string;
  /** How busy it is beside the others of its brand; 1 is ordinary. */
  traffic: number;
}

export interface SkuSeed {
  name: string;
  priceFen: number;
  memberPriceFen: number | null;
  /** Share of the product's sales, beside its other SKUs. */
  share: number;
}

export interface ProductSeed {
  brand: BrandKey;
  category: string;
  name: string;
  subtitle: string;
  description: string;
  picture: PictureName;
  /** Share of the brand's sales, beside its other products. */
  share: number;
  /** Made to order at the counter, or a thing from the shelf that is also sent by parcel. */
  sold: 'counter' | 'shelf';
  skus: SkuSeed[];
}

export interface RewardSeed {
  brand: BrandKey;
  kind: 'gift' | 'coupon';
  name: string;
  description: string;
  picture: PictureName;
  points: number;
  stock: number;
  perMemberLimit: number | null;
  couponText: string | null;
  share: number;
}
