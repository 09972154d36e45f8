import { Flag, OneOf, PublicId } from '../../../platform/http/index.js';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../domain/consents.js';

export class ConsentsQuery {
  @PublicId('brand', { doc: 'With which brand' })
  brandId: number;
}

export class ConsentChoiceBody {
  @OneOf(CONSENT_PURPOSES, {
    name: 'ConsentPurpose',
    doc: 'For what: the membership itself, or news and offers',
  })
  purpose: ConsentPurpose;

  @Flag({ doc: 'Given or withdrawn' })
  given: boolean;
}

export class DecideConsentBody extends ConsentChoiceBody {
  @PublicId('brand', { doc: 'With which brand' })
  brandId: number;
}
