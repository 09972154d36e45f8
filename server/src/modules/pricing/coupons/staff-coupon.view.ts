import { ListOf, Nested, OpaqueId, Text, Whole } from '../../../platform/http/index.js';
import { CouponTermsView, CouponView } from './coupon.view.js';

export class StaffCouponView extends CouponView {
  @Text({ max: 20, nullable: true, doc: 'What its owner likes to be called' })
  memberName: string | null;

  @Text({ max: 40, nullable: true, doc: 'Why it cannot be written off here now, in words; null when it can' })
  obstacle: string | null;
}

export class GivableCouponView {
  @OpaqueId('coupon-template', { doc: 'What can be given' })
  id: string;

  @Nested(() => CouponTermsView, { doc: 'What it is worth' })
  terms: CouponTermsView;

  @Whole({ min: 0, max: 1_000, doc: 'How many more today' })
  leftToday: number;
}

export class GivableCouponsView {
  @ListOf(() => GivableCouponView, { max: 100, doc: 'What the staff may give' })
  items: GivableCouponView[];
}
