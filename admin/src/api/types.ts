import type { components } from '@regulars/shared/api';

/** The contract's views under the names that the console speaks. */
type Schemas = components['schemas'];

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Me = Schemas['AdminMeView'];
export type Brand = Schemas['AdminBrandView'];

export type Overview = Schemas['OverviewView'];
export type Figure = Schemas['FigureView'];

export type MemberRow = Schemas['MemberRowView'];
export type MemberProfile = Schemas['MemberProfileView'];
export type MemberCard = Schemas['CardView'];
export type PointsEntry = Schemas['PointsEntryView'];
export type CheckIn = Schemas['CheckInView'];

export type Store = Schemas['AdminStoreView'];
export type StoreInput = Omit<Schemas['NewStoreBody'], 'brandId'>;

export type LiveCode = Schemas['AdminLiveCodeView'];
export type LiveCodeInput = Pick<LiveCode, 'name' | 'channel' | 'promise'>;

export type StaffMember = Schemas['StaffView'];
export type Invitation = Schemas['StaffInvitationView'];

export type Category = Schemas['CategoryView'];
export type Product = Schemas['AdminProductView'];
export type ProductInput = Schemas['ProductBody'];
export type ProductStatus = Schemas['ProductStatus'];
export type Sku = Schemas['SkuView'];
export type SkuInput = Schemas['SkuBody'];
export type StockRow = Schemas['StockView'];

export type OrderRow = Schemas['OrderSummaryView'];
export type Order = Schemas['OrderView'];

export type Reward = Schemas['AdminRewardView'];
export type RewardInput = Schemas['ChangeRewardBody'];
export type NewReward = Omit<Schemas['NewRewardBody'], 'brandId'>;

export type AuditEntry = Schemas['AuditEntryView'];
