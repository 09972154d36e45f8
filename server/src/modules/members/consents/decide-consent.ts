import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import type { ConsentChoice } from '../domain/consents.js';
import { MembershipLookup } from '../memberships/membership-lookup.js';
import { ConsentLedger, type Consent } from './consent-ledger.js';

export interface ConsentDecision extends ConsentChoice {
  readonly memberId: number;
  readonly brandId: number;
}

/** A member changes their mind in the mini-program. */
@Injectable()
export class DecideConsent {
  constructor(
    private readonly memberships: MembershipLookup,
    private readonly consents: ConsentLedger,
  ) {}

  async execute(tx: Tx, { memberId, brandId, purpose, given }: ConsentDecision): Promise<Consent[]> {
    await this.memberships.ofCaller(tx, memberId, brandId);
    if (purpose === 'service' && !given) {
      throw new Refusal('service_consent_kept');
    }
    await this.consents.record(tx, { memberId, brandId, choices: [{ purpose, given }], channel: 'miniapp' });
    return this.consents.current(tx, memberId, brandId);
  }
}
