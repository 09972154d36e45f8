import { createHash } from 'node:crypto';
import { fullName } from '../people/names.js';
import { type DemoPerson, DEMO_PEOPLE } from '../shop/people.js';
import { namedCode } from './codes.js';
import { DAY, HOUR } from './days.js';
import { joinBrand, newMember, type Member } from './members.js';
import type { Brand, Store } from './shop.js';
import type { World } from './world.js';

const OWNER_ID = 1;

interface Job {
  readonly role: 'manager' | 'clerk';
  readonly stores: readonly Store[];
  readonly person?: DemoPerson;
}

/** Hires 60 people: a manager and one or two clerks for every store; who is on the staff is also a member. */
export function hire(world: World, at: number): void {
  for (const brand of Object.values(world.shop)) {
    brand.stores.forEach((store, index) => {
      const known = brand.key === 'coffee' && index === 0;
      // The manager one can be in the demo looks after two stores.
      const stores = known ? [store, ...brand.stores.filter(({ name }) => name === '富民路店')] : [store];
      employ(world, brand, { role: 'manager', stores, person: known ? personOf('manager') : undefined }, at);
      employ(
        world,
        brand,
        { role: 'clerk', stores: [store], person: known ? personOf('clerk') : undefined },
        at,
      );
      if (brand.key === 'coffee') {
        employ(world, brand, { role: 'clerk', stores: [store] }, at);
      }
    });
  }
}

export function personOf(key: DemoPerson['key']): DemoPerson {
  const person = DEMO_PEOPLE.find((one) => one.key === key);
  if (!person) {
    throw new Error(`Nobody is called ${key}`);
  }
  return person;
}

function employ(world: World, brand: Brand, { role, stores, person }: Job, at: number): void {
  const { tables, random } = world;
  const [store] = stores;
  if (!store) {
    throw new Error('A job needs a store');
  }
  const acceptedAt = at + random.between(HOUR, 2 * DAY);
  const member = newMember(
    world,
    acceptedAt,
    person ? { name: person.name, wechat: person } : { name: fullName(random) },
  );
  joinBrand(world, member, brand, store, acceptedAt);
  const id = tables.nextId('staff');
  tables.add('staff', {
    id,
    brand_id: brand.id,
    name: member.name,
    role,
    member_id: member.id,
    created_at: new Date(at),
  });
  for (const { id: storeId, staffIds } of stores) {
    tables.add('staff_store', { staff_id: id, store_id: storeId });
    staffIds.push(id);
  }
  invite(world, id, member, at, acceptedAt);
}

function invite({ tables }: World, staffId: number, member: Member, at: number, acceptedAt: number): void {
  tables.add('staff_invitation', {
    staff_id: staffId,
    code_hash: createHash('sha256')
      .update(namedCode(`invitation:${staffId}`, 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789', 10))
      .digest('hex'),
    invited_by_admin_id: OWNER_ID,
    created_at: new Date(at),
    expires_at: new Date(at + 7 * DAY),
    accepted_at: new Date(acceptedAt),
    accepted_by_member_id: member.id,
  });
}
