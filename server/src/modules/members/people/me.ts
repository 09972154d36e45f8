import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { StaffLookup } from '../../org/index.js';
import { MembershipLookup } from '../memberships/membership-lookup.js';
import { STRANGER, toMeView, type MeView } from './me.view.js';
import { People } from './people.js';

@Injectable()
export class Me {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly memberships: MembershipLookup,
    private readonly staff: StaffLookup,
  ) {}

  async of(memberId: number | null): Promise<MeView> {
    if (memberId === null) {
      return STRANGER;
    }
    const [person, memberships, workplace] = await Promise.all([
      this.people.find(this.database, memberId),
      this.memberships.ofMember(this.database, memberId),
      this.staff.ofMember(memberId),
    ]);
    return person ? toMeView(person, memberships, workplace) : STRANGER;
  }
}
