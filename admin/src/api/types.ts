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

export type PointsLiability = Schemas['PointsLiabilityView'];
export type PointsTerms = Schemas['PointsTermsView'];

export type Store = Schemas['AdminStoreView'];
export type StoreInput = Omit<Schemas['NewStoreBody'], 'brandId'>;

export type LiveCode = Schemas['AdminLiveCodeView'];
export type LiveCodeInput = Pick<LiveCode, 'name' | 'channel' | 'promise'>;

export type StaffMember = Schemas['StaffView'];
export type Invitation = Schemas['StaffInvitationView'];

export type Category = Schemas['AdminCategoryView'];
export type Product = Schemas['AdminProductView'];
export type ProductInput = Schemas['ProductBody'];
export type ProductStatus = Schemas['ProductStatus'];
export type Sku = Schemas['AdminSkuView'];
export type SkuInput = Schemas['SkuBody'];
export type ProductKind = Schemas['ProductKind'];
export type DetailBlock = Schemas['DetailBody'];
export type Spec = Schemas['SpecBody'];
export type TagDimension = Schemas['TagDimensionView'];
export type TagImport = Schemas['TagImportView'];
export type FailedRow = Schemas['FailedRowView'];
export type UploadedPicture = Schemas['PictureView'];
export type StockRow = Schemas['StockView'];

export type AfterSale = Schemas['AfterSaleView'];
export type AfterSaleRow = Schemas['AfterSaleSummaryView'];
export type AfterSaleQueue = Schemas['AfterSaleQueue'];
export type Guarantee = Schemas['AdminGuaranteeView'];
export type ReturnWindow = Schemas['ReturnWindowView'];
export type Review = Schemas['OwnReviewView'];

export type CheckoutLink = Schemas['AdminCheckoutLinkView'];
export type OrderRow = Schemas['OrderSummaryView'];
export type Order = Schemas['OrderView'];

export type ClosingDay = Schemas['ClosingDayView'];
export type Difference = Schemas['DifferenceView'];

export type Reward = Schemas['AdminRewardView'];
export type RewardInput = Schemas['ChangeRewardBody'];
export type NewReward = Omit<Schemas['NewRewardBody'], 'brandId'>;

export type Segment = Schemas['SegmentView'];
export type SegmentWord = Schemas['SegmentWordView'];
export type SegmentBreakdown = Schemas['SegmentBreakdownView'];
export type Tag = Schemas['CountedTagView'];
export type TagGroup = Schemas['TagGroupView'];
export type TagTree = Schemas['TagTreeView'];
export type Promotion = Schemas['AdminPromotionView'];
export type PromotionInput = Schemas['PromotionBody'];
export type CouponTemplate = Schemas['AdminCouponTemplateView'];
export type CouponBatch = Schemas['AdminBatchView'];
export type CouponDrop = Schemas['AdminDropView'];
export type Quote = Schemas['QuoteView'];

export type AuditEntry = Schemas['AuditEntryView'];
