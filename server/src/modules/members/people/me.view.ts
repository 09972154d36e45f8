import { BusinessDay, Instant, ListOf, Nested, OpaqueId, Text } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { WorkplaceView, toWorkplaceView, type Workplace } from '../../org/index.js';
import type { Membership } from '../memberships/memberships.repository.js';
import type { Person } from './people.js';

export class MembershipView {
  @OpaqueId('brand', { doc: 'The brand' })
  brandId: string;

  @Text({ max: 12, doc: 'The number on the card' })
  cardNo: string;

  @Instant({ doc: 'When they joined' })
  joinedAt: string;
}

export class MeView {
  @OpaqueId('member', { nullable: true, doc: 'Null until they join a brand' })
  memberId: string | null;

  @Text({ max: 20, nullable: true, doc: 'What they like to be called' })
  name: string | null;

  @Text({ max: 20, nullable: true, doc: 'Their phone with the middle hidden' })
  phoneMasked: string | null;

  @BusinessDay({ nullable: true, doc: 'Their birthday' })
  birthday: string | null;

  @ListOf(() => MembershipView, { max: 100, doc: 'Their cards' })
  memberships: MembershipView[];

  @Nested(() => WorkplaceView, { nullable: true, doc: 'Where they work, for staff' })
  staff: WorkplaceView | null;
}

export class PhoneMaskedView {
  @Text({ max: 20, doc: 'The bound phone with the middle hidden' })
  phoneMasked: string;
}

export const STRANGER: MeView = {
  memberId: null,
  name: null,
  phoneMasked: null,
  birthday: null,
  memberships: [],
  staff: null,
};

export function toMeView(
  person: Person,
  memberships: readonly Membership[],
  workplace: Workplace | undefined,
): MeView {
  return {
    memberId: toPublicId('member', person.memberId),
    name: person.name,
    phoneMasked: person.phoneMasked,
    birthday: person.birthday,
    memberships: memberships.map(toMembershipView),
    staff: workplace ? toWorkplaceView(workplace) : null,
  };
}

export function toMembershipView({ brandId, cardNo, joinedAt }: Membership): MembershipView {
  return { brandId: toPublicId('brand', brandId), cardNo, joinedAt: joinedAt.toISOString() };
}
