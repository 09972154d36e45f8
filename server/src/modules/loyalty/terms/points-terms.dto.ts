import { Injectable, type PipeTransform } from '@nestjs/common';
import { OneOf, PublicId, Refusal, Whole } from '../../../platform/http/index.js';
import { EXPIRIES, type Expiry, type PointsTerms } from '../domain/points-terms.js';

export class PointsTermsBody implements PointsTerms {
  @PublicId('brand', { doc: 'Whose points' })
  brandId: number;

  @Whole({ min: 0, max: 60, doc: 'Days of the refund window for which what an order earns has to wait' })
  pendingDays: number;

  @OneOf(EXPIRIES, { name: 'PointsExpiry', doc: 'How points lapse' })
  expiry: Expiry;

  @Whole({
    min: 0,
    max: 60,
    doc: 'Months (3 to 60), or years beyond the running one (1 to 5); 0 when points never lapse',
  })
  expiryAfter: number;
}

export class PointsTermsView {
  @Whole({ min: 0, max: 60, doc: 'Days for which what an order earns has to wait' })
  pendingDays: number;

  @OneOf(EXPIRIES, { name: 'PointsExpiry', doc: 'How points lapse' })
  expiry: Expiry;

  @Whole({ min: 0, max: 60, doc: 'Months, or years beyond the running one; 0 for never' })
  expiryAfter: number;
}

export const toPointsTermsView = ({ pendingDays, expiry, expiryAfter }: PointsTerms): PointsTermsView => ({
  pendingDays,
  expiry,
  expiryAfter,
});

const BOUNDS: Readonly<Record<Expiry, readonly [min: number, max: number]>> = {
  never: [0, 0],
  months: [3, 60],
  year_end: [1, 5],
};

/** How long depends on how. @throws Refusal `validation_failed` */
@Injectable()
export class SoundTerms implements PipeTransform<PointsTermsBody, PointsTermsBody> {
  transform(body: PointsTermsBody): PointsTermsBody {
    const [min, max] = BOUNDS[body.expiry];
    if (body.expiryAfter < min || body.expiryAfter > max) {
      const message = min === max ? '永久有效时应为 0' : `应在 ${min} 到 ${max} 之间`;
      throw new Refusal('validation_failed', { fields: [{ field: 'expiryAfter', message }] });
    }
    return body;
  }
}
