import { BusinessDay, Instant, ListOf, Nested, OpaqueId, Text } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { StoreRefView, toStoreRefView, type Brand, type Store } from '../../org/index.js';
import { ConsentView, toConsentView } from '../consents/consent.view.js';
import type { Membership } from '../memberships/memberships.repository.js';
import type { KnownIdentity } from '../sessions/identities.repository.js';
import type { MemberEntry, MemberProfile } from './member-directory.js';

export class MemberRowView {
  @OpaqueId('member', { doc: 'The member' })
  id: string;

  @Text({ max: 20, nullable: true, doc: 'What they like to be called' })
  name: string | null;

  @Text({ max: 20, nullable: true, doc: 'Their phone with the middle hidden' })
  phoneMasked: string | null;

  @Text({ max: 12, doc: 'The number on the card' })
  cardNo: string;

  @Instant({ doc: 'When they joined' })
  joinedAt: string;

  @Nested(() => StoreRefView, { nullable: true, doc: 'The store they joined in' })
  store: StoreRefView | null;
}

export class MemberIdentityView {
  @Text({ max: 20, doc: 'Where they are known' })
  kind: string;

  @Text({ max: 64, doc: 'As whom, with the middle hidden' })
  value: string;

  @Instant({ doc: 'Since when' })
  at: string;
}

export class MemberMembershipView {
  @OpaqueId('brand', { doc: 'The brand' })
  brandId: string;

  @Text({ max: 40, doc: 'Its name' })
  brand: string;

  @Text({ max: 12, doc: 'The number on the card' })
  cardNo: string;

  @Instant({ doc: 'When they joined' })
  joinedAt: string;

  @Text({ max: 40, nullable: true, doc: 'The store they joined in' })
  store: string | null;
}

export class MemberProfileView extends MemberRowView {
  @BusinessDay({ nullable: true, doc: 'Their birthday' })
  birthday: string | null;

  @ListOf(() => MemberIdentityView, { max: 100, doc: 'How they are known' })
  identities: MemberIdentityView[];

  @ListOf(() => MemberMembershipView, { max: 100, doc: 'Their cards with the brands in the admin’s scope' })
  memberships: MemberMembershipView[];

  @ListOf(() => ConsentView, { max: 20, doc: 'What they agreed to with this brand' })
  consents: ConsentView[];
}

export class RevealedPhoneView {
  @Text({ max: 20, doc: 'The whole number' })
  phone: string;
}

/** The brands and stores a view names, by id. */
export interface Places {
  readonly brands: ReadonlyMap<number, Brand>;
  readonly stores: ReadonlyMap<number, Store>;
}

export function toMemberRowView({ membership, person }: MemberEntry, { stores }: Places): MemberRowView {
  const store = storeOf(membership, stores);
  return {
    id: toPublicId('member', membership.memberId),
    name: person?.name ?? null,
    phoneMasked: person?.phoneMasked ?? null,
    cardNo: membership.cardNo,
    joinedAt: membership.joinedAt.toISOString(),
    store: store ? toStoreRefView(store) : null,
  };
}

export function toMemberProfileView(profile: MemberProfile, places: Places): MemberProfileView {
  return {
    ...toMemberRowView(profile, places),
    birthday: profile.person?.birthday ?? null,
    identities: profile.identities.map(toIdentityView),
    memberships: profile.memberships.map((membership) => toMembershipView(membership, places)),
    consents: profile.consents.map(toConsentView),
  };
}

function toIdentityView({ openid, createdAt }: KnownIdentity): MemberIdentityView {
  return {
    kind: '微信小程序',
    value: `${openid.slice(0, 4)}…${openid.slice(-4)}`,
    at: createdAt.toISOString(),
  };
}

function toMembershipView(membership: Membership, { brands, stores }: Places): MemberMembershipView {
  return {
    brandId: toPublicId('brand', membership.brandId),
    brand: brands.get(membership.brandId)?.name ?? '',
    cardNo: membership.cardNo,
    joinedAt: membership.joinedAt.toISOString(),
    store: storeOf(membership, stores)?.name ?? null,
  };
}

function storeOf({ storeId }: Membership, stores: Places['stores']): Store | undefined {
  return storeId === null ? undefined : stores.get(storeId);
}
