import { Module } from '@nestjs/common';
import { VisitorResolver } from '../../platform/auth/index.js';
import { OrgModule } from '../org/index.js';
import { Addresses } from './addresses/addresses.js';
import { MemberAddressesController } from './addresses/member-addresses.controller.js';
import { MemberCardCodeController } from './cards/member-card-code.controller.js';
import { MemberCodes } from './cards/member-codes.js';
import { ConsentLedger } from './consents/consent-ledger.js';
import { DecideConsent } from './consents/decide-consent.js';
import { MemberConsentsController } from './consents/member-consents.controller.js';
import { AdminMembersController } from './console/admin-members.controller.js';
import { AdminPhoneRevealController } from './console/admin-phone-reveal.controller.js';
import { MemberDirectory } from './console/member-directory.js';
import { MemberPlaces } from './console/member-places.js';
import { RevealPhone } from './console/reveal-phone.js';
import { JoinMember } from './memberships/join-member.js';
import { MembershipLookup } from './memberships/membership-lookup.js';
import { MembershipsRepository } from './memberships/memberships.repository.js';
import { OpenMembership } from './memberships/open-membership.js';
import { BindPhone } from './people/bind-phone.js';
import { ChangeProfile } from './people/change-profile.js';
import { EraseMember } from './people/erase-member.js';
import { Me } from './people/me.js';
import { MemberMeController } from './people/member-me.controller.js';
import { MembersRepository } from './people/members.repository.js';
import { People } from './people/people.js';
import { PhoneNumbers } from './people/phone-numbers.js';
import { IdentitiesRepository } from './sessions/identities.repository.js';
import { MemberSessionController } from './sessions/member-session.controller.js';
import { OpenSession } from './sessions/open-session.js';
import { SessionTokens } from './sessions/session-tokens.js';
import { Visitors } from './sessions/visitors.js';

@Module({
  imports: [OrgModule],
  controllers: [
    MemberSessionController,
    MemberMeController,
    MemberConsentsController,
    MemberAddressesController,
    MemberCardCodeController,
    AdminMembersController,
    AdminPhoneRevealController,
  ],
  providers: [
    IdentitiesRepository,
    SessionTokens,
    Visitors,
    { provide: VisitorResolver, useExisting: Visitors },
    OpenSession,
    MembersRepository,
    People,
    PhoneNumbers,
    ChangeProfile,
    BindPhone,
    EraseMember,
    Me,
    MembershipsRepository,
    MembershipLookup,
    OpenMembership,
    JoinMember,
    ConsentLedger,
    DecideConsent,
    Addresses,
    MemberCodes,
    MemberDirectory,
    MemberPlaces,
    RevealPhone,
  ],
  exports: [
    VisitorResolver,
    People,
    PhoneNumbers,
    MembershipLookup,
    JoinMember,
    ConsentLedger,
    Addresses,
    MemberCodes,
    MemberDirectory,
    MemberPlaces,
  ],
})
export class MembersModule {}
