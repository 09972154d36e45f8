import type { components } from '@regulars/shared/api';

// What the server says, under the names this app speaks of.
type Schemas = components['schemas'];

export type AddressDraft = Schemas['NewAddressBody'];
export type AddressView = Schemas['AddressView'];
export type BrandView = Schemas['BrandView'];
export type CardCodeView = Schemas['CardCodeView'];
export type CardView = Schemas['CardView'];
export type CategoryView = Schemas['CategoryView'];
export type CheckInView = Schemas['CheckInView'];
export type ConsentPurpose = Schemas['ConsentPurpose'];
export type FoundMemberView = Schemas['FoundMemberView'];
export type FulfilmentInput = Schemas['FulfilmentBody'];
export type LineInput = Schemas['CartLineBody'];
export type MeView = Schemas['MeView'];
export type OrderLineView = Schemas['OrderLineView'];
export type OrderSummaryView = Schemas['OrderSummaryView'];
export type OrderView = Schemas['OrderView'];
export type PlacedOrderView = Schemas['PlacedOrderView'];
export type PlaceOrderInput = Schemas['PlaceOrderBody'];
export type ProductItem = Schemas['ProductCardView'];
export type ProductView = Schemas['ProductView'];
export type QuoteLine = Schemas['QuotedLineView'];
export type QuoteStep = Schemas['PriceStepView'];
export type QuoteView = Schemas['QuoteView'];
export type RedemptionView = Schemas['RedemptionView'];
export type RewardView = Schemas['RewardView'];
export type SessionView = Schemas['SessionView'];
export type SkuView = Schemas['StockedSkuView'];
export type StaffRedemptionView = Schemas['StaffRedemptionView'];
export type StaffView = Schemas['WorkplaceView'];
export type StoreView = Schemas['StoreView'];

export interface Paged<T> {
  items: T[];
  next: string | null;
}
