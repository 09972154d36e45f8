import type { components, paths } from '@regulars/shared/api';

// What the server says, under the names this app speaks of.
type Schemas = components['schemas'];

export type AddressDraft = Schemas['NewAddressBody'];
export type AddressView = Schemas['AddressView'];
export type AfterSaleInput = Schemas['NewAfterSaleBody'];
export type AfterSaleView = Schemas['AfterSaleView'];
export type BrandView = Schemas['BrandView'];
export type CentreCoupon = Schemas['CentreCouponView'];
export type CardCodeView = Schemas['CardCodeView'];
export type CardView = Schemas['CardView'];
export type CartLineView = Schemas['CartLineView'];
export type CategoryView = Schemas['CategoryView'];
export type CheckInView = Schemas['CheckInView'];
export type ConsentPurpose = Schemas['ConsentPurpose'];
export type CouponsShown = Schemas['CouponsShown'];
export type CouponTerms = Schemas['CouponTermsView'];
export type CouponView = Schemas['CouponView'];
export type FoundMemberView = Schemas['FoundMemberView'];
export type FulfilmentInput = Schemas['FulfilmentBody'];
export type GuaranteeView = Schemas['GuaranteeView'];
export type InvoiceDraft = Schemas['InvoiceBody'];
export type LineInput = Schemas['CartLineBody'];
export type MeView = Schemas['MeView'];
export type MoreInput = Schemas['MoreBody'];
export type OrderLineView = Schemas['OrderLineView'];
export type OrderSummaryView = Schemas['OrderSummaryView'];
export type OrderView = Schemas['OrderView'];
export type OwnReviewView = Schemas['OwnReviewView'];
export type PictureView = Schemas['PictureView'];
export type PlacedOrderView = Schemas['PlacedOrderView'];
export type PlaceOrderInput = Schemas['PlaceOrderBody'];
export type ProductItem = Schemas['ProductCardView'];
export type ProductSort = NonNullable<paths['/api/member/products']['get']['parameters']['query']['sort']>;
export type ProductView = Schemas['ProductView'];
export type QuoteLine = Schemas['QuotedLineView'];
export type QuoteStep = Schemas['PriceStepView'];
export type QuoteView = Schemas['QuoteView'];
export type RedemptionView = Schemas['RedemptionView'];
export type ReviewInput = Schemas['NewReviewBody'];
export type RewardView = Schemas['RewardView'];
export type SendBackInput = Schemas['SendBackBody'];
export type SessionView = Schemas['SessionView'];
export type SkuView = Schemas['StockedSkuView'];
export type StaffRedemptionView = Schemas['StaffRedemptionView'];
export type ShipmentInput = Schemas['ShipmentBody'];
export type StaffView = Schemas['WorkplaceView'];
export type StockTransferView = Schemas['StockTransferView'];
export type StoreView = Schemas['StoreView'];

export interface Paged<T> {
  items: T[];
  next: string | null;
}
