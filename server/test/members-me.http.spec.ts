import type { Brand } from '../src/modules/org/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { brandIdOf, Town, type Customer } from './town.js';

describe('a member and their data', () => {
  let town: Town;
  let coffee: Brand;
  let skincare: Brand;
  let lin: Customer;

  beforeAll(async () => {
    town = await Town.start();
    [coffee, skincare] = [await town.brand(), await town.brand({ name: '木樨护肤' })];
    lin = await town.member(coffee.id, { phone: '13800138001' });
  });

  afterEach(() => town.wechat.clearFaults());
  afterAll(() => town.stop());

  describe('PATCH /api/member/me', () => {
    it('is refused to visitors, and for what is no profile', async () => {
      const visitor = await town.visitor();
      expect((await visitor.send('PUT', '/api/member/me/profile', { name: '谁' })).status).toBe(403);
      for (const body of [
        { name: '' },
        { name: null },
        { name: '长'.repeat(21) },
        { birthday: '1990-02-31' },
        { birthday: '90-5-21' },
        { phone: '13900139000' },
        { memberId: 'me' },
      ]) {
        expect((await lin.send('PUT', '/api/member/me/profile', body)).body).toMatchObject({
          code: 'validation_failed',
        });
      }
    });

    it.each(['1899-12-31', '2026-06-02'])('refuses the birthday %s', async (birthday) => {
      const { body } = await lin.send('PUT', '/api/member/me/profile', { birthday });
      expect(body).toMatchObject({ code: 'validation_failed', errors: [{ field: 'birthday' }] });
    });

    it('changes what is given and keeps the rest', async () => {
      await lin.send('PUT', '/api/member/me/profile', { name: '林小满' });
      const { body } = await lin.send('PUT', '/api/member/me/profile', { birthday: '1990-05-21' });
      expect(body).toMatchObject({ name: '林小满', birthday: '1990-05-21' });
    });
  });

  describe('POST /api/member/me/phone', () => {
    const bind = (customer: Customer, phoneCode: string) =>
      customer.send('POST', '/api/member/me/phone', { phoneCode });

    it('refuses a code of nobody, a used one, and a login code', async () => {
      expect((await bind(lin, 'made-up')).body).toMatchObject({ code: 'phone_code_invalid' });
      expect((await bind(lin, await town.wechat.loginCode(lin.openid))).body).toMatchObject({
        code: 'phone_code_invalid',
      });
      const code = await lin.phoneCode();
      expect((await bind(lin, code)).body).toEqual({ phoneMasked: '138****8001' });
      expect((await bind(lin, code)).body).toMatchObject({ code: 'phone_code_invalid' });
    });

    it('refuses a phone that is another member’s without telling whose, also when both bind at once', async () => {
      const phone = '13800138002';
      const people = [await town.member(coffee.id, { phone }), await town.member(coffee.id, { phone })];
      const codes = await Promise.all(people.map((person) => person.phoneCode()));
      const answers = await Promise.all(people.map((person, n) => bind(person, codes[n] ?? '')));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const refused = answers.find(({ status }) => status === 409);
      expect(refused?.body).toMatchObject({ code: 'phone_taken' });
      expect(JSON.stringify(refused?.body)).not.toContain('8002');
    });

    it('is not harmed by WeChat being away', async () => {
      const code = await lin.phoneCode();
      await town.wechat.fault({ api: 'getuserphonenumber', mode: 'http500' });
      expect((await bind(lin, code)).body).toMatchObject({ code: 'unavailable' });
    });
  });

  describe('consents', () => {
    const decide = (body: object, customer = lin) => customer.send('PUT', '/api/member/consents', body);
    const read = async () =>
      (
        await lin.get<{ items: { purpose: string; given: boolean }[] }>(
          `/api/member/consents?brandId=${brandIdOf(coffee)}`,
        )
      ).body.items;

    it('are refused to strangers of the brand, and for other purposes', async () => {
      const elsewhere = { brandId: brandIdOf(skincare), purpose: 'marketing', given: true };
      expect((await decide(elsewhere)).body).toMatchObject({ code: 'membership_required' });
      const wrong = { brandId: brandIdOf(coffee), purpose: 'everything', given: true };
      expect((await decide(wrong)).body).toMatchObject({ code: 'validation_failed' });
      expect((await decide({ brandId: brandIdOf(coffee), purpose: 'marketing', given: 'yes' })).status).toBe(
        422,
      );
    });

    it('cannot withdraw what the card stands on', async () => {
      const { body } = await decide({ brandId: brandIdOf(coffee), purpose: 'service', given: false });
      expect(body).toMatchObject({ code: 'service_consent_kept' });
      expect(await read()).toContainEqual(expect.objectContaining({ purpose: 'service', given: true }));
    });

    it('are given and withdrawn line by line, with what held before kept', async () => {
      const marketing = { brandId: brandIdOf(coffee), purpose: 'marketing' };
      for (const given of [true, true, false]) {
        await decide({ ...marketing, given });
        expect(await read()).toContainEqual(expect.objectContaining({ purpose: 'marketing', given }));
      }
      const lines = await town.app.query<{ given: number; channel: string }>(
        "SELECT given, channel FROM consent WHERE member_id = ? AND purpose = 'marketing' ORDER BY id",
        [await lin.memberId()],
      );
      expect(lines.map(({ given }) => given)).toEqual([0, 1, 0]);
    });
  });

  describe('addresses', () => {
    const home = {
      name: '林小满',
      phone: '13800138001',
      province: '上海市',
      city: '上海市',
      district: '徐汇区',
      detail: '漕溪北路 88 号 3 楼',
    };
    const add = (customer = lin, body: object = home) =>
      customer.send<{ id: string }>('POST', '/api/member/addresses', body);

    it('are refused to visitors, and when they are none', async () => {
      expect((await add(await town.visitor())).status).toBe(403);
      for (const wrong of [
        { phone: '123' },
        { detail: '' },
        { name: null },
        { zip: '200030' },
        { detail: '长'.repeat(101) },
      ]) {
        expect((await add(lin, { ...home, ...wrong })).body).toMatchObject({ code: 'validation_failed' });
      }
    });

    it('are the member’s alone', async () => {
      const { body } = await add();
      const other = await town.member(coffee.id);
      expect((await other.send('DELETE', `/api/member/addresses/${body.id}`)).status).toBe(404);
      expect((await other.get('/api/member/addresses')).body).toEqual({ items: [] });
      expect((await lin.get('/api/member/addresses')).body).toEqual({ items: [{ id: body.id, ...home }] });
      expect(JSON.stringify(await town.app.query('SELECT * FROM address'))).not.toContain('漕溪');
      expect((await lin.send('DELETE', `/api/member/addresses/${body.id}`)).status).toBe(204);
      expect((await lin.send('DELETE', `/api/member/addresses/${body.id}`)).status).toBe(404);
    });

    it('are twenty at most, however parallel they come', async () => {
      const hoarder = await town.member(coffee.id);
      const answers = await Promise.all(Array.from({ length: 25 }, () => add(hoarder)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
      expect(
        answers.filter(({ body }) => 'code' in body && body.code === 'address_limit_reached'),
      ).toHaveLength(5);
    });

    it('hold the longest text that is allowed', async () => {
      const longest = Object.fromEntries(
        Object.entries(home).map(([key, value]) => [
          key,
          key === 'phone' ? value : '😀'.repeat(key === 'detail' ? 50 : 10),
        ]),
      );
      expect((await add(lin, longest)).status).toBe(201);
    });
  });

  describe('GET /api/member/card/code', () => {
    const code = (brand: Brand, customer = lin) =>
      customer.get<{ code: string; expiresAt: string; refreshAfterSeconds: number }>(
        `/api/member/card/code?brandId=${brandIdOf(brand)}`,
      );

    it('is refused to whoever has no card of the brand', async () => {
      expect((await code(skincare)).body).toMatchObject({ code: 'membership_required' });
      expect((await code(coffee, await town.visitor())).body).toMatchObject({ code: 'membership_required' });
      expect((await lin.get('/api/member/card/code')).body).toMatchObject({ code: 'validation_failed' });
    });

    it('shows a new code every 30 seconds', async () => {
      town.app.clock.set('2026-06-01T04:00:10.000Z');
      await lin.signIn();
      const first = (await code(coffee)).body;
      expect(first).toMatchObject({ expiresAt: '2026-06-01T04:01:00.000Z', refreshAfterSeconds: 20 });
      town.app.clock.advance(19_000);
      expect((await code(coffee)).body.code).toBe(first.code);
      town.app.clock.advance(1_000);
      expect((await code(coffee)).body.code).not.toBe(first.code);
    });
  });

  it('shows nobody else’s card: two members never see the same', async () => {
    const other = await town.member(coffee.id);
    const [mine, theirs] = await Promise.all([lin.get('/api/member/me'), other.get('/api/member/me')]);
    expect(mine.body.memberId).not.toBe(theirs.body.memberId);
    expect(mine.body.memberId).toBe(toPublicId('member', await lin.memberId()));
  });
});
