import { MemberSets, ofBrand } from '../src/modules/audience/index.js';
import { MemberNumbers } from '../src/modules/members/index.js';
import type { Brand } from '../src/modules/org/index.js';
import { Database } from '../src/platform/database/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { JobRunner } from '../src/platform/jobs/index.js';
import { Town, brandIdOf, type Admin, type Customer } from './town.js';

let town: Town;
let brand: Brand;
let owner: Admin;
let people: Customer[];

beforeAll(async () => {
  town = await Town.start();
  brand = await town.brand();
  owner = await town.admin([brand.id]);
  people = await Promise.all(Array.from({ length: 6 }, () => town.member(brand.id)));
  await enrol(brand.id, people);
});
afterAll(() => town.stop());

/** What the worker does a moment after they have joined. */
async function enrol(brandId: number, customers: readonly Customer[]): Promise<void> {
  const ids = await Promise.all(customers.map((customer) => customer.memberId()));
  await town.app.inTransaction(async (tx) => {
    const numbers = await town.app.nest.get(MemberNumbers).of(tx, ids);
    const changes = [...numbers.values()].map((member) => ({
      set: ofBrand(brandId, 'member'),
      member,
      value: 1,
    }));
    await town.app.nest.get(MemberSets).change(tx, changes);
  });
}

interface TagBody {
  id: string;
}

let names = 0;
const newName = (): string => `第${(names += 1)}个`;

async function newTag(exclusive = false): Promise<{ groupId: string; add(): Promise<string> }> {
  const group = { brandId: brandIdOf(brand), name: newName(), exclusive, byStaff: true };
  const { body } = await owner.send<TagBody>('POST', '/api/admin/tag-groups', group);
  return {
    groupId: body.id,
    add: async () => {
      const tag = { groupId: body.id, name: newName(), source: 'manual', description: '', freshDays: null };
      return (await owner.send<TagBody>('POST', '/api/admin/tags', tag)).body.id;
    },
  };
}

const give = async (tagId: string, customer: Customer, extra: object = {}) =>
  owner.send('POST', `/api/admin/tags/${tagId}/members`, {
    memberId: toPublicId('member', await customer.memberId()),
    reason: '在店里说起',
    ...extra,
  });

const take = async (tagId: string, customer: Customer) =>
  owner.send('POST', `/api/admin/tags/${tagId}/removals`, {
    memberId: toPublicId('member', await customer.memberId()),
    reason: '记错了',
  });

const has = (key: string) => ({ set: { kind: 'tag', key } });

async function count(expression: object, admin = owner, brandId = brandIdOf(brand)): Promise<number> {
  const answer = await admin.send<{ count: number }>('POST', '/api/admin/segments/count', {
    brandId,
    expression,
  });
  expect(answer.status).toBe(200);
  return answer.body.count;
}

const person = (index: number): Customer => people[index] as Customer;

describe('refusals', () => {
  it('name every place that is wrong, in words', async () => {
    const expression = { all: [{ set: { kind: 'tag', key: 'tg_nothing' } }, { number: { name: 'age' } }] };
    const answer = await owner.send('POST', '/api/admin/segments/count', {
      brandId: brandIdOf(brand),
      expression,
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(JSON.stringify(answer.body)).toContain('expression.all[1].number.name');
    const unknown = await owner.send('POST', '/api/admin/segments/count', {
      brandId: brandIdOf(brand),
      expression: has('tg_nothing'),
    });
    expect(unknown.status).toBe(422);
  });

  it('keep other brands out', async () => {
    const other = await town.brand({ name: '木樨护肤' });
    const stranger = await town.admin([other.id]);
    const body = { brandId: brandIdOf(brand), expression: { not: has(await (await newTag()).add()) } };
    for (const path of ['count', 'members', 'breakdown']) {
      expect((await stranger.send('POST', `/api/admin/segments/${path}`, body)).status).toBe(404);
    }
    // One of our tags, asked about their members: nobody.
    expect(await count(body.expression, stranger, brandIdOf(other))).toBe(0);
  });

  it('let a viewer count, but neither save nor tag', async () => {
    const viewer = await town.admin([brand.id], 'viewer');
    const tag = await (await newTag()).add();
    expect(await count(has(tag), viewer)).toBe(0);
    const segment = { brandId: brandIdOf(brand), name: newName(), kind: 'dynamic', expression: has(tag) };
    expect((await viewer.send('POST', '/api/admin/segments', segment)).status).toBe(403);
    expect((await viewer.send('POST', `/api/admin/tags/${tag}/members`, {})).status).toBe(403);
  });
});

describe('tags', () => {
  it('count at once, with since when, from whom and why', async () => {
    const tag = await (await newTag()).add();
    expect((await give(tag, person(0))).status).toBe(204);
    expect((await give(tag, person(1), { days: 30 })).status).toBe(204);
    expect(await count(has(tag))).toBe(2);
    expect(await count({ not: has(tag) })).toBe(4);
    await take(tag, person(0));
    expect(await count(has(tag))).toBe(1);
    const memberId = toPublicId('member', await person(1).memberId());
    const held = await owner.get(`/api/admin/members/${memberId}/tags?brandId=${brandIdOf(brand)}`);
    expect(held.body).toMatchObject({ tags: [{ tagId: tag, source: 'admin', evidence: '在店里说起' }] });
    const first = toPublicId('member', await person(0).memberId());
    const history = await owner.get<{ items: { action: string; tagId: string }[] }>(
      `/api/admin/members/${first}/tag-events?brandId=${brandIdOf(brand)}`,
    );
    const ofTag = history.body.items.filter((event) => event.tagId === tag);
    expect(ofTag.map(({ action }) => action)).toEqual(['taken', 'given']);
  });

  it('of an exclusive group exclude one another, also when two come at once', async () => {
    const group = await newTag(true);
    const [dry, oily] = [await group.add(), await group.add()];
    await Promise.all([give(dry, person(2)), give(oily, person(2))]);
    expect((await count(has(dry))) + (await count(has(oily)))).toBe(1);
    await give(dry, person(2));
    expect([await count(has(dry)), await count(has(oily))]).toEqual([1, 0]);
  });

  it('given and taken by many at once end as their rows say', async () => {
    const tag = await (await newTag()).add();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? give : take)(tag, person(index % 3))),
    );
    const [row] = await town.app.query<{ n: number }>(
      'SELECT COUNT(*) AS n FROM member_tag JOIN tag ON tag.id = member_tag.tag_id WHERE tag.id = (SELECT MAX(id) FROM tag)',
    );
    expect(await count(has(tag))).toBe(row?.n);
  });

  it('lapse when their time is up', async () => {
    const tag = await (await newTag()).add();
    await give(tag, person(3), { days: 1 });
    await town.app.nest.get(JobRunner).ensureRecurring();
    town.app.clock.advance(86_400_000 + 120_000);
    owner = await town.admin([brand.id]);
    await town.app.runDueJobs();
    expect(await count(has(tag))).toBe(0);
  });

  it('that are retired are given no more, and may come back', async () => {
    const tag = await (await newTag()).add();
    await give(tag, person(0));
    await owner.send('PATCH', `/api/admin/tags/${tag}`, { retired: true });
    expect(await give(tag, person(1))).toMatchObject({ status: 409, body: { code: 'tag_retired' } });
    await owner.send('PATCH', `/api/admin/tags/${tag}`, { retired: false });
    await give(tag, person(1));
    expect(await count(has(tag))).toBe(2);
    const tree = await owner.get<{ tags: { id: string; members: number }[]; members: number }>(
      `/api/admin/tags?brandId=${brandIdOf(brand)}`,
    );
    expect(tree.body.members).toBe(6);
    expect(tree.body.tags.find(({ id }) => id === tag)?.members).toBe(2);
  });
});

describe('segments', () => {
  it('page through everybody once, in any number of pages', async () => {
    const tag = await (await newTag()).add();
    for (const customer of people.slice(1)) {
      await give(tag, customer);
    }
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const { body } = await owner.send<{ items: { id: string }[]; next: string | null }>(
        'POST',
        '/api/admin/segments/members',
        { brandId: brandIdOf(brand), expression: has(tag), limit: 2, ...(after ? { after } : {}) },
      );
      seen.push(...body.items.map(({ id }) => id));
      after = body.next;
    } while (after);
    const expected = await Promise.all(people.slice(1).map((customer) => customer.memberId()));
    expect([...seen].sort()).toEqual(expected.map((id) => toPublicId('member', id)).sort());
  });

  it('that are dynamic follow, those that are frozen keep who was in them', async () => {
    const tag = await (await newTag()).add();
    await give(tag, person(0));
    const save = (kind: string) =>
      owner.send<{ id: string; members: number }>('POST', '/api/admin/segments', {
        brandId: brandIdOf(brand),
        name: newName(),
        kind,
        expression: has(tag),
      });
    const [dynamic, frozen] = [await save('dynamic'), await save('frozen')];
    expect([dynamic.body.members, frozen.body.members]).toEqual([1, 1]);
    await give(tag, person(1));
    const members = async (id: string) =>
      (await owner.get<{ items: unknown[] }>(`/api/admin/segments/${id}/members`)).body.items.length;
    expect([await members(dynamic.body.id), await members(frozen.body.id)]).toEqual([2, 1]);
    expect(
      await owner.send('PATCH', `/api/admin/segments/${frozen.body.id}`, { expression: has(tag) }),
    ).toMatchObject({ status: 409, body: { code: 'segment_frozen' } });
  });

  it('have versions, names of their own and an end', async () => {
    const tag = await (await newTag()).add();
    const body = { brandId: brandIdOf(brand), name: newName(), kind: 'dynamic', expression: has(tag) };
    const { body: segment } = await owner.send<{ id: string }>('POST', '/api/admin/segments', body);
    expect(await owner.send('POST', '/api/admin/segments', body)).toMatchObject({
      status: 409,
      body: { code: 'segment_name_taken' },
    });
    const path = `/api/admin/segments/${segment.id}`;
    const changed = await owner.send('PATCH', path, { expression: { not: has(tag) } });
    expect(changed.body).toMatchObject({ version: 2, members: 6, expression: { not: has(tag) } });
    expect((await owner.send('DELETE', path)).status).toBe(204);
    expect((await owner.get(path)).status).toBe(404);
    const versions = await town.app.nest
      .get(Database)
      .query('SELECT version FROM segment_version ORDER BY segment_id DESC, version LIMIT 2');
    expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('cost one statement for all their sets once these are known', async () => {
    const tag = await (await newTag()).add();
    await give(tag, person(0));
    await count(has(tag));
    const { observeStatements } = await import('../src/platform/database/index.js');
    const statements: string[] = [];
    const stop = observeStatements((sql) => statements.push(sql));
    await count(has(tag));
    stop();
    expect(statements.filter((sql) => sql.includes('member_set'))).toHaveLength(1);
  });
});
