export { MembersModule } from './members.module.js';

export { JoinMember, type Join, type Joined } from './memberships/join-member.js';
export { JoinBody } from './memberships/join.dto.js';
export { MembershipLookup } from './memberships/membership-lookup.js';
export type { Membership } from './memberships/memberships.repository.js';
export type { MemberErased, MemberJoined } from './memberships/member-events.js';

export { People, type Person } from './people/people.js';
export { PhoneNumbers } from './people/phone-numbers.js';

export { ConsentLedger, type Consent } from './consents/consent-ledger.js';
export { Addresses, type Address, type AddressContent } from './addresses/addresses.js';
export { AddressView, toAddressView } from './addresses/address.view.js';

export { MemberCodes, type PresentedCard } from './cards/member-codes.js';
export {
  WINDOW_SECONDS,
  expiryOf,
  makeRotatingCode,
  readRotatingCode,
  windowOf,
  type RotatingCode,
} from './domain/rotating-code.js';

export { MemberDirectory, type MemberEntry, type MemberProfile } from './console/member-directory.js';
export { MemberPlaces } from './console/member-places.js';
export {
  MemberProfileView,
  MemberRowView,
  toMemberProfileView,
  toMemberRowView,
} from './console/member.view.js';
