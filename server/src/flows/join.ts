import { Injectable } from '@nestjs/common';
import type { VisitorActor } from '../platform/auth/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { JoinDoor } from '../modules/live-codes/index.js';
import { Cards, type CardView } from '../modules/loyalty/index.js';
import { JoinMember, PhoneNumbers, type JoinBody } from '../modules/members/index.js';
import { BrandLookup } from '../modules/org/index.js';

/** From a scan to a kept customer: the membership, its consents and the scan that led to it, in one transaction. */
@Injectable()
export class JoinBrand {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly brands: BrandLookup,
    private readonly phones: PhoneNumbers,
    private readonly joinDoor: JoinDoor,
    private readonly joinMember: JoinMember,
    private readonly cards: Cards,
  ) {}

  async execute({ identityId }: VisitorActor, { brandId, ...body }: JoinBody): Promise<CardView> {
    await this.brands.get(brandId);
    const phone = body.phoneCode === undefined ? undefined : await this.phones.ofCode(body.phoneCode);
    const memberId = await this.unitOfWork.run(async (tx) => {
      const door =
        body.liveCode === undefined
          ? undefined
          : await this.joinDoor.find(tx, { text: body.liveCode, brandId, identityId });
      const { membership, opened } = await this.joinMember.execute(tx, {
        identityId,
        brandId,
        liveCodeId: door?.liveCodeId,
        storeId: door?.storeId,
        phone,
        consents: body.consents,
        channel: 'miniapp',
        profile: body.profile,
      });
      if (door && opened) {
        await this.joinDoor.tie(tx, door, {
          identityId,
          memberId: membership.memberId,
          membershipId: membership.id,
        });
      }
      return membership.memberId;
    });
    return this.cards.of(this.database, memberId, brandId);
  }
}
