import { CONSENT_VERSION } from '@regulars/server/modules/members/domain/consents';
import { fullName } from '../people/names.js';
import { CITIES } from '../shop/stores.js';
import type { BrandKey, City, ProgramKey } from '../shop/types.js';
import type { Book, Books } from './books.js';
import { cardNumber, openid, phoneNumber } from './codes.js';
import { DAY, MINUTE } from './days.js';
import type { Brand, LiveCode, Program, Store } from './shop.js';
import type { World } from './world.js';

export interface ProgramBooks {
  readonly points: Book;
  readonly growth: Book;
}

export interface Membership {
  readonly id: number;
  readonly brand: Brand;
  readonly home: Store;
}

export interface Member {
  readonly id: number;
  readonly identityId: number;
  readonly openid: string;
  readonly name: string;
  readonly phone: string;
  readonly memberships: Map<BrandKey, Membership>;
  readonly books: Map<ProgramKey, ProgramBooks>;
  /** How many of each reward are theirs. */
  readonly rewardsTaken: Map<number, number>;
  address: { readonly content: object } | undefined;
}

/** A scan that leads no further, by somebody whom nobody knows yet. */
export function passBy(world: World, code: LiveCode, at: number): void {
  const { tables, random } = world;
  const identityId = tables.nextId('identity');
  addIdentity(
    world,
    { id: identityId, openid: openid(identityId), unionid: null, memberId: null },
    at - MINUTE,
  );
  tables.add('live_code_scan', {
    live_code_id: code.id,
    identity_id: identityId,
    member_id: null,
    store_id: code.store?.id ?? null,
    distance_m: code.store && random.chance(0.6) ? random.whole(2, 160) : null,
    membership_id: null,
    at: new Date(at),
  });
}

/** What is settled about a new member; the rest is left to chance. */
export interface Known {
  readonly name: string;
  readonly wechat?: { readonly openid: string; readonly unionid: string; readonly phone: string };
}

/** Somebody becomes a member of the group, as yet of no brand. */
export function newMember(world: World, at: number, known?: Known): Member {
  const { tables, random, seals } = world;
  const [id, identityId] = [tables.nextId('member'), tables.nextId('identity')];
  const name = known?.name ?? fullName(random);
  const phone = known?.wechat?.phone ?? phoneNumber(id);
  const wechat = known?.wechat?.openid ?? openid(identityId);
  const unionid = known?.wechat?.unionid ?? null;
  const [tellsName, tellsPhone, tellsBirthday] = [
    random.chance(0.85),
    random.chance(0.72),
    random.chance(0.45),
  ];
  const birthday = birthdayOf(world, at);
  tables.add('member', {
    id,
    number: id,
    unionid,
    phone_sealed: known || tellsPhone ? seals.seal(phone) : null,
    phone_index: known || tellsPhone ? seals.index('phone', phone) : null,
    name_sealed: known || tellsName ? seals.seal(name) : null,
    birthday_sealed: known || tellsBirthday ? seals.seal(birthday) : null,
    created_at: new Date(at),
  });
  addIdentity(
    world,
    { id: identityId, openid: wechat, unionid, memberId: id },
    at - random.whole(20, 90) * 1000,
  );
  return {
    id,
    identityId,
    openid: wechat,
    name,
    phone,
    memberships: new Map(),
    books: new Map(),
    rewardsTaken: new Map(),
    address: undefined,
  };
}

/** Gives a member the card of a brand, with what they agreed to and the scan that brought them. */
export function joinBrand(
  world: World,
  member: Member,
  brand: Brand,
  home: Store,
  at: number,
  code?: LiveCode,
): Membership {
  const { tables, random } = world;
  const id = tables.nextId('membership');
  const when = new Date(at);
  tables.add('membership', {
    id,
    member_id: member.id,
    brand_id: brand.id,
    card_no: cardNumber(id),
    joined_at: when,
    live_code_id: code?.id ?? null,
    store_id: home.id,
  });
  const choices = [
    ['service', true],
    ['marketing', random.chance(0.58)],
  ] as const;
  for (const [purpose, given] of choices) {
    tables.add('consent', {
      member_id: member.id,
      brand_id: brand.id,
      purpose,
      version: CONSENT_VERSION[purpose],
      channel: 'miniapp',
      given,
      at: when,
    });
  }
  if (code) {
    tables.add('live_code_scan', {
      live_code_id: code.id,
      identity_id: member.identityId,
      member_id: member.id,
      store_id: home.id,
      distance_m: random.chance(0.6) ? distanceFrom(world, code) : null,
      membership_id: id,
      at: new Date(at - random.whole(15, 80) * 1000),
    });
  }
  const membership = { id, brand, home };
  member.memberships.set(brand.key, membership);
  booksOf(world.books, member, brand.program);
  return membership;
}

export function booksOf(books: Books, member: Member, { id, seed }: Program): ProgramBooks {
  let found = member.books.get(seed.key);
  if (!found) {
    found = { points: books.open(member.id, id, 'points'), growth: books.open(member.id, id, 'growth') };
    member.books.set(seed.key, found);
  }
  return found;
}

/** Where a member has things sent; asked for at the first parcel. */
export function addressOf(world: World, member: Member, city: City, at: number): object {
  if (!member.address) {
    const { tables, random, seals } = world;
    const { province, districts, streets } = CITIES[city];
    const content = {
      name: member.name,
      phone: member.phone,
      province,
      city: `${city}市`,
      district: random.pick(districts),
      detail: `${random.pick(streets)} ${random.whole(20, 980)} 号 ${random.whole(1, 32)} 幢 ${random.whole(1, 18)}0${random.whole(1, 4)} 室`,
    };
    tables.add('address', {
      id: tables.nextId('address'),
      member_id: member.id,
      content_sealed: seals.seal(JSON.stringify(content)),
      created_at: new Date(at),
    });
    member.address = { content };
  }
  return member.address.content;
}

function addIdentity(
  { tables, appId }: World,
  identity: { id: number; openid: string; unionid: string | null; memberId: number | null },
  at: number,
): void {
  tables.add('identity', {
    id: identity.id,
    app_id: appId,
    openid: identity.openid,
    unionid: identity.unionid,
    member_id: identity.memberId,
    created_at: new Date(at),
  });
}

function birthdayOf({ random }: World, at: number): string {
  const ageYears = Math.min(74, Math.max(18, random.around(33, 9)));
  return new Date(at - ageYears * 365.25 * DAY - random.whole(0, 364) * DAY).toISOString().slice(0, 10);
}

/** A code on a counter is scanned at the counter, one on a poster anywhere in town. */
const distanceFrom = ({ random }: World, code: LiveCode): number =>
  code.store ? random.whole(1, 40) : Math.round(80 + random.waiting(1800));
