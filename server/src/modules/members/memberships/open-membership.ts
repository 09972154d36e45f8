import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { CARD_NUMBERS, cardNumberOf } from '../domain/card-number.js';
import { MembershipsRepository, type Membership } from './memberships.repository.js';

/** With ten million cards in a brand, one draw in nine thousand meets a taken number; four in a row never do. */
const DRAWS_MAX = 4;

export interface MembershipRequest {
  readonly memberId: number;
  readonly brandId: number;
  readonly liveCodeId: number | null;
  readonly storeId: number | null;
}

export interface OpenedMembership {
  readonly membership: Membership;
  /** False when they had joined before. */
  readonly opened: boolean;
}

/** Gives a member their card with a brand: one, however often and however parallel they ask. */
@Injectable()
export class OpenMembership {
  constructor(
    private readonly clock: Clock,
    private readonly memberships: MembershipsRepository,
  ) {}

  async execute(tx: Tx, request: MembershipRequest): Promise<OpenedMembership> {
    const existing = await this.memberships.find(tx, request.memberId, request.brandId);
    if (existing) {
      return { membership: existing, opened: false };
    }
    for (let draw = 0; draw < DRAWS_MAX; draw += 1) {
      const inserted = await this.insert(tx, request);
      const membership = await this.memberships.find(tx, request.memberId, request.brandId);
      if (membership) {
        return { membership, opened: inserted };
      }
    }
    throw new Error('No free card number was found');
  }

  private async insert(tx: Tx, request: MembershipRequest): Promise<boolean> {
    try {
      await this.memberships.insert(tx, {
        ...request,
        cardNo: cardNumberOf(randomInt(CARD_NUMBERS)),
        at: this.clock.now(),
      });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) {
        return false;
      }
      throw error;
    }
  }
}
