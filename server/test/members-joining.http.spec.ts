import type { Brand } from '../src/modules/org/index.js';
import { JoinMember } from '../src/modules/members/index.js';
import { HandlerRegistry } from '../src/platform/jobs/handler-registry.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { brandIdOf, Town, type Customer } from './town.js';

const SERVICE = [{ purpose: 'service', given: true }] as const;

describe('joining', () => {
  let town: Town;
  let coffee: Brand;
  let skincare: Brand;

  beforeAll(async () => {
    town = await Town.start();
    [coffee, skincare] = [await town.brand(), await town.brand({ name: '木樨护肤' })];
  });

  afterAll(() => town.stop());

  const join = (identityId: number, extra: object = {}) =>
    town.app.inTransaction((tx) =>
      town.app.nest
        .get(JoinMember)
        .execute(tx, { identityId, brandId: coffee.id, consents: SERVICE, channel: 'miniapp', ...extra }),
    );
  const count = async (table: string) => (await town.app.query(`SELECT 1 FROM ${table}`)).length;

  it('is refused without consent to the service, to nobody, and leaves nothing behind', async () => {
    const visitor = await town.visitor();
    const before = [await count('member'), await count('membership'), await count('consent')];
    const marketingOnly = [{ purpose: 'marketing', given: true }];
    const identityId = await visitor.identityId();
    await expect(join(identityId, { consents: marketingOnly })).rejects.toMatchObject({
      code: 'service_consent_required',
    });
    await expect(join(identityId, { consents: [] })).rejects.toMatchObject({
      code: 'service_consent_required',
    });
    await expect(join(999_999)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect([await count('member'), await count('membership'), await count('consent')]).toEqual(before);
  });

  it('gives one card however often and however parallel it is pressed', async () => {
    const visitor = await town.visitor();
    const identityId = await visitor.identityId();
    const joined = await Promise.all(Array.from({ length: 20 }, () => join(identityId)));
    expect(joined.filter(({ opened }) => opened)).toHaveLength(1);
    expect(new Set(joined.map(({ membership }) => membership.cardNo)).size).toBe(1);
    expect((await join(identityId)).opened).toBe(false);
    const memberId = await visitor.memberId();
    const rowsOf = (table: string) =>
      town.app.query(`SELECT id FROM ${table} WHERE member_id = ?`, [memberId]);
    expect(await rowsOf('membership')).toHaveLength(1);
    expect(await rowsOf('consent')).toHaveLength(1);
  });

  it('gives one member a card of each brand', async () => {
    const visitor = await town.visitor();
    await Promise.all([visitor.join(coffee.id), visitor.join(skincare.id)]);
    const { body } = await visitor.get<{ memberships: { brandId: string; cardNo: string }[] }>(
      '/api/member/me',
    );
    expect(body.memberships.map(({ brandId }) => brandId).sort()).toEqual(
      [coffee, skincare].map(brandIdOf).sort(),
    );
  });

  it('numbers members densely, also when some joins fail and all come at once', async () => {
    const visitors = await Promise.all(Array.from({ length: 12 }, () => town.visitor()));
    await Promise.all(
      visitors.map(async (visitor, n) => {
        const identityId = await visitor.identityId();
        const failing = town.app.inTransaction(async (tx) => {
          await town.app.nest
            .get(JoinMember)
            .execute(tx, { identityId, brandId: coffee.id, consents: SERVICE, channel: 'miniapp' });
          if (n % 3 === 0) {
            throw new Error('the flow around it failed');
          }
        });
        await failing.catch(() => undefined);
      }),
    );
    const rows = await town.app.query<{ number: number }>('SELECT number FROM member ORDER BY number');
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    const [counter] = await town.app.query<{ value: number }>('SELECT value FROM member_counter');
    expect(counter?.value).toBe(rows.length);
  });

  it('gives card numbers that nobody can count', async () => {
    const rows = await town.app.query<{ card_no: string }>('SELECT card_no FROM membership ORDER BY id');
    const numbers = rows.map(({ card_no }) => Number(card_no));
    expect(rows.every(({ card_no }) => /^[1-9]\d{11}$/.test(card_no))).toBe(true);
    expect(numbers).not.toEqual([...numbers].sort((a, b) => a - b));
  });

  it('remembers the door, the store and the profile, and keeps what was told sealed', async () => {
    const visitor = await town.visitor();
    const store = await town.store(coffee.id);
    const { membership } = await join(await visitor.identityId(), {
      liveCodeId: 77,
      storeId: store.id,
      phone: '13800138000',
      profile: { name: '林小满', birthday: '1990-05-21' },
    });
    expect(membership).toMatchObject({ liveCodeId: 77, storeId: store.id });
    expect((await visitor.get('/api/member/me')).body).toMatchObject({
      name: '林小满',
      phoneMasked: '138****8000',
      birthday: '1990-05-21',
    });
    const stored = JSON.stringify(await town.app.query('SELECT * FROM member'));
    for (const secret of ['林小满', '13800138000', '1990-05-21']) {
      expect(stored).not.toContain(secret);
    }
  });

  it('tells the rest of the house once', async () => {
    const registry = town.app.nest.get(HandlerRegistry);
    jest.spyOn(registry, 'listenersOf').mockReturnValue([{ kind: 'test.listen' } as never]);
    const visitor = await town.visitor();
    const identityId = await visitor.identityId();
    await Promise.all([join(identityId), join(identityId)]);
    jest.restoreAllMocks();
    const jobs = await town.app.query<{ payload: string }>(
      "SELECT payload FROM job WHERE kind = 'test.listen'",
    );
    expect(jobs.map(({ payload }) => JSON.parse(payload) as object)).toMatchObject([
      { memberId: await visitor.memberId(), brandId: coffee.id },
    ]);
  });

  describe('POST /api/member/memberships', () => {
    const body = (extra: object = {}) => ({ brandId: brandIdOf(coffee), consents: SERVICE, ...extra });
    const press = (visitor: Customer, request: object = body()) =>
      visitor.send('POST', '/api/member/memberships', request);

    it('refuses nobody, wrong input, unknown brands and missing consent, and makes no member', async () => {
      const visitor = await town.visitor();
      expect((await town.app.post('/api/member/memberships', { body: body() })).status).toBe(401);
      for (const [wrong, code] of [
        [{ brandId: 'br_1' }, 'validation_failed'],
        [{ brandId: toPublicId('brand', 999) }, 'not_found'],
        [{ consents: [] }, 'validation_failed'],
        [{ consents: [{ purpose: 'service', given: 'yes' }] }, 'validation_failed'],
        [{ consents: [{ purpose: 'service', given: true, version: 'x' }] }, 'validation_failed'],
        [{ consents: [{ purpose: 'service', given: false }] }, 'service_consent_required'],
        [{ profile: { birthday: '2990-01-01' } }, 'validation_failed'],
        [{ phoneCode: 'made-up' }, 'phone_code_invalid'],
        [{ memberId: 1 }, 'validation_failed'],
      ] as const) {
        expect((await press(visitor, body(wrong))).body).toMatchObject({ code });
      }
      expect((await visitor.get('/api/member/me')).body).toMatchObject({ memberId: null });
    });

    it('refuses a phone that another member has bound, and then lets them join without it', async () => {
      const phone = '13800138031';
      const [first, second] = [await town.visitor({ phone }), await town.visitor({ phone })];
      const withPhone = async (visitor: Customer) => body({ phoneCode: await visitor.phoneCode() });
      expect((await press(first, await withPhone(first))).status).toBe(201);
      expect((await press(second, await withPhone(second))).body).toMatchObject({ code: 'phone_taken' });
      expect((await second.get('/api/member/me')).body).toMatchObject({ memberId: null });
      expect((await press(second)).status).toBe(201);
    });

    it('answers ten parallel presses with one card', async () => {
      const visitor = await town.visitor();
      const answers = await Promise.all(Array.from({ length: 10 }, () => press(visitor)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect(new Set(answers.map((answer) => answer.body.cardNo)).size).toBe(1);
    });
  });
});
