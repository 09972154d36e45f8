import type { Brand } from '../src/modules/org/index.js';
import { observeStatements } from '../src/platform/database/index.js';
import { brandIdOf, Town } from './town.js';

const HOUR = 3_600_000;

describe('signing in as a customer', () => {
  let town: Town;
  let coffee: Brand;

  beforeAll(async () => {
    town = await Town.start();
    coffee = await town.brand();
  });

  beforeEach(() => town.app.clock.set('2026-06-01T04:00:00.000Z'));
  afterEach(() => town.wechat.clearFaults());
  afterAll(() => town.stop());

  const open = (body: object) => town.app.post('/api/member/session', { body });
  const me = (token: string) => town.app.get('/api/member/me', { token });

  it.each([
    {},
    { appId: 'wx1' },
    { appId: 'wx0000standin00001', code: '' },
    { appId: 'wx0000standin00001', code: {} },
  ])('refuses malformed %j', async (body) => {
    expect((await open(body)).body).toMatchObject({ code: 'validation_failed' });
  });

  it('refuses another app, a code of nobody, and a code used before', async () => {
    const { openid } = await town.wechat.user();
    const code = await town.wechat.loginCode(openid);
    expect((await open({ appId: 'wx8888888888888888', code })).body).toMatchObject({ code: 'app_unknown' });
    expect((await open({ appId: town.appId, code: 'made-up' })).body).toMatchObject({
      code: 'login_code_invalid',
    });
    expect((await open({ appId: town.appId, code })).status).toBe(200);
    expect((await open({ appId: town.appId, code })).body).toMatchObject({ code: 'login_code_invalid' });
    const phoneCode = await town.wechat.phoneCode(openid);
    expect((await open({ appId: town.appId, code: phoneCode })).body).toMatchObject({
      code: 'login_code_invalid',
    });
  });

  it('asks to try again while WeChat is away', async () => {
    const { openid } = await town.wechat.user();
    const code = await town.wechat.loginCode(openid);
    await town.wechat.fault({ api: 'jscode2session', mode: 'http500' });
    expect((await open({ appId: town.appId, code })).body).toMatchObject({
      status: 503,
      code: 'unavailable',
    });
  });

  it('knows a stranger without asking anything, and only once however parallel they come', async () => {
    const visitor = await town.visitor();
    expect((await visitor.get('/api/member/me')).body).toEqual({
      memberId: null,
      name: null,
      phoneMasked: null,
      birthday: null,
      memberships: [],
      staff: null,
    });
    const { openid } = await town.wechat.user();
    const codes = await Promise.all(Array.from({ length: 8 }, () => town.wechat.loginCode(openid)));
    const answers = await Promise.all(codes.map((code) => open({ appId: town.appId, code })));
    expect(answers.map(({ status }) => status)).toEqual(codes.map(() => 200));
    expect(await town.app.query('SELECT id FROM identity WHERE openid = ?', [openid])).toHaveLength(1);
  });

  it('refuses tokens that are missing, made up, altered or two hours old', async () => {
    const visitor = await town.visitor();
    const [identity = '', end = '', signature = ''] = visitor.token.split('.');
    expect((await town.app.get('/api/member/me')).status).toBe(401);
    for (const token of [
      'x',
      `${identity}.${end}`,
      `${Number(identity) + 1}.${end}.${signature}`,
      `${identity}.${Number(end) + 1}.${signature}`,
      `${identity}.${end}.${'A'.repeat(43)}`,
    ]) {
      expect((await me(token)).body).toMatchObject({ code: 'unauthenticated' });
    }
    town.app.clock.advance(2 * HOUR - 1);
    expect((await me(visitor.token)).status).toBe(200);
    town.app.clock.advance(1);
    expect((await me(visitor.token)).status).toBe(401);
  });

  it('keeps the token valid through joining', async () => {
    const visitor = await town.visitor();
    expect((await visitor.get('/api/member/consents?brandId=' + brandIdOf(coffee))).body).toMatchObject({
      code: 'membership_required',
    });
    await visitor.join(coffee.id);
    const { body } = await visitor.get('/api/member/me');
    expect(body.memberships).toMatchObject([{ brandId: brandIdOf(coffee) }]);
    expect((await visitor.signIn()).body.memberId).toBe(body.memberId);
  });

  it('knows who comes again from another app of the same open platform account', async () => {
    const unionid = 'union-of-lin';
    const member = await town.member(coffee.id, { unionid });
    const elsewhere = await town.visitor({ unionid });
    expect(elsewhere.openid).not.toBe(member.openid);
    expect(await elsewhere.memberId()).toBe(await member.memberId());
    expect((await elsewhere.get('/api/member/me')).body.memberships).toHaveLength(1);
  });

  it('joins two identities of one person into one member, also when both join at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const unionid = `union-${round}`;
      const [phone, tablet] = await Promise.all([town.visitor({ unionid }), town.visitor({ unionid })]);
      await Promise.all([phone.join(coffee.id), tablet.join(coffee.id)]);
      expect(await phone.memberId()).toBe(await tablet.memberId());
      const cards = await town.app.query('SELECT id FROM membership WHERE member_id = ?', [
        await phone.memberId(),
      ]);
      expect(cards).toHaveLength(1);
    }
  });

  it('costs one statement to know who is calling, and none for a second', async () => {
    const member = await town.member(coffee.id);
    const statements: string[] = [];
    const stop = observeStatements((sql) => statements.push(sql));
    for (let n = 0; n < 5; n += 1) {
      await member.get('/api/member/addresses');
    }
    stop();
    expect(statements.filter((sql) => sql.includes('FROM identity'))).toHaveLength(1);
    expect(statements.filter((sql) => sql.includes('FROM address'))).toHaveLength(5);
  });
});
