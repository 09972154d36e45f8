import type { Brand } from '../src/modules/org/index.js';
import { TestClock } from '../src/platform/clock/index.js';
import { JobRunner } from '../src/platform/jobs/index.js';
import { brandIdOf, Town, type Admin } from './town.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('signing in to the console', () => {
  let town: Town;
  let coffee: Brand;
  let skincare: Brand;
  let clock: TestClock;

  beforeAll(async () => {
    clock = new TestClock();
    town = await Town.start({ clock });
    coffee = await town.brand();
    skincare = await town.brand({ name: '木樨护肤' });
  });

  // Attempts of the test before are no business of the next.
  afterEach(() => clock.advance(HOUR));
  afterAll(() => town.stop());

  const newAdmin = async (): Promise<Admin> => {
    const admin = await town.admin([coffee.id]);
    clock.advance(MINUTE);
    return admin;
  };
  const sessions = async () => (await town.app.query('SELECT token_hash FROM admin_session')).length;

  it('refuses a wrong password, a wrong code and an unknown account in the same words, and opens nothing', async () => {
    const admin = await newAdmin();
    const before = await sessions();
    const refusals = [
      await admin.signIn({ password: 'wrong' }),
      await admin.signIn({ otp: '000000' }),
      await admin.signIn({ email: 'nobody@example.com' }),
    ];
    for (const { status, body, headers } of refusals) {
      expect(status).toBe(401);
      expect(body).toMatchObject({ code: 'sign_in_failed', detail: refusals[0]?.body.detail });
      expect(headers.getSetCookie()).toEqual([]);
    }
    expect(await sessions()).toBe(before);
  });

  it.each([
    {},
    { email: 'x', password: 'p', otp: '123456' },
    { email: 'a@b.cn', password: 'p', otp: 123456 },
    { email: 'a@b.cn', password: ['p'], otp: '123456' },
  ])('refuses malformed %j', async (body) => {
    expect((await town.app.post('/api/admin/session', { body })).body).toMatchObject({
      code: 'validation_failed',
    });
  });

  it('gives a session in a cookie that scripts cannot read and other sites cannot send', async () => {
    const admin = await newAdmin();
    const answer = await admin.signIn();
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^regulars_console=[\w-]{43}; Path=\/api\/admin; HttpOnly; SameSite=Strict$/,
    );
    expect((await admin.get('/api/admin/me')).body).toMatchObject({
      name: '林主理',
      email: admin.email,
      brands: [{ id: brandIdOf(coffee), name: '山前咖啡' }],
    });
  });

  it('marks the cookie secure where the console is served over https', async () => {
    const secure = await Town.start({ environment: { CONSOLE_URL: 'https://console.example.com' } });
    const brand = await secure.brand();
    const admin = await secure.admin([brand.id]);
    secure.app.clock.advance(MINUTE);
    expect((await admin.signIn()).headers.getSetCookie()[0]).toContain('; Secure');
    await secure.stop();
  });

  it('takes each code once, and none older than the last one used', async () => {
    const admin = await newAdmin();
    const code = admin.otp();
    expect((await admin.signIn({ otp: code })).status).toBe(204);
    expect((await admin.signIn({ otp: code })).body).toMatchObject({ code: 'sign_in_failed' });
    expect((await admin.signIn({ otp: admin.otp(-1) })).body).toMatchObject({ code: 'sign_in_failed' });
    expect((await admin.signIn({ otp: admin.otp(1) })).status).toBe(204);
    clock.advance(2 * MINUTE);
    expect((await admin.signIn({ otp: code })).body).toMatchObject({ code: 'sign_in_failed' });
  });

  it('lets one of ten parallel sign-ins with the same code in', async () => {
    const admin = await newAdmin();
    const otp = admin.otp();
    const answers = await Promise.all(Array.from({ length: 10 }, () => admin.signIn({ otp })));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it('locks an account after ten failures for a quarter of an hour, however parallel they come', async () => {
    const admin = await newAdmin();
    const answers = await Promise.all(Array.from({ length: 15 }, () => admin.signIn({ password: 'guess' })));
    const codes = answers.map(({ body }) => body.code);
    expect(codes.filter((code) => code === 'sign_in_failed')).toHaveLength(10);
    expect(codes.filter((code) => code === 'sign_in_locked')).toHaveLength(5);
    expect((await admin.signIn()).body).toMatchObject({ status: 429, code: 'sign_in_locked' });
    clock.advance(15 * MINUTE);
    expect((await admin.signIn()).status).toBe(204);
  });

  it('locks an address that tries many accounts', async () => {
    const guesses = Array.from({ length: 31 }, (_, n) =>
      town.app.post('/api/admin/session', {
        body: { email: `guess${n}@example.com`, password: 'guess', otp: '000000' },
      }),
    );
    const codes = (await Promise.all(guesses)).map(({ body }) => body.code);
    expect(codes.filter((code) => code === 'sign_in_locked')).toHaveLength(1);
  });

  it('does not count successes', async () => {
    const admin = await newAdmin();
    for (let n = 0; n < 12; n += 1) {
      expect((await admin.signIn()).status).toBe(204);
      clock.advance(30_000);
    }
  });

  it('ends a session two hours after its last use, twelve hours after its start, and at sign-out', async () => {
    const admin = await newAdmin();
    await admin.signIn();
    const start = clock.now();
    while (clock.now().getTime() - start.getTime() < 10 * HOUR) {
      clock.advance(1.5 * HOUR);
      expect((await admin.get('/api/admin/me')).status).toBe(200);
    }
    clock.set(new Date(start.getTime() + 12 * HOUR));
    expect((await admin.get('/api/admin/me')).status).toBe(401);

    await admin.signIn();
    clock.advance(2 * HOUR);
    expect((await admin.get('/api/admin/me')).status).toBe(401);

    await admin.signIn();
    expect((await admin.send('DELETE', '/api/admin/session')).status).toBe(204);
    expect((await admin.get('/api/admin/me')).status).toBe(401);
  });

  it('shows no session token to whoever reads the database', async () => {
    const admin = await newAdmin();
    await admin.signIn();
    const token = admin.cookie.split('=')[1] ?? '';
    expect(
      await town.app.query('SELECT token_hash FROM admin_session WHERE token_hash = ?', [token]),
    ).toEqual([]);
    const [stored] = await town.app.query<{ password_hash: string; totp_sealed: string }>(
      'SELECT password_hash, totp_sealed FROM admin_user WHERE email = ?',
      [admin.email],
    );
    expect(stored?.password_hash).toMatch(/^\$argon2id\$/);
    expect(stored?.totp_sealed).toMatch(/^v1\./);
  });

  it('gives admins of every brand the brands of tomorrow too', async () => {
    const admin = await town.admin('every', 'finance');
    const eyewear = await town.brand({ name: '看山眼镜' });
    const { body } = await admin.get<{ brands: { id: string }[]; permissions: string[] }>('/api/admin/me');
    expect(body.brands.map(({ id }) => id)).toEqual([coffee, skincare, eyewear].map(brandIdOf));
    expect(body.permissions).toContain('orders.refund');
    expect(body.permissions).not.toContain('stores.edit');
  });

  it('forgets sessions that have ended and attempts that no longer count', async () => {
    await town.app.post('/api/admin/session', {
      body: { email: 'a@example.com', password: 'guess', otp: '000000' },
    });
    clock.advance(24 * HOUR);
    await town.app.nest.get(JobRunner).ensureRecurring();
    await town.app.runDueJobs();
    expect(await town.app.query('SELECT token_hash FROM admin_session')).toEqual([]);
    expect(await town.app.query('SELECT subject FROM sign_in_attempt')).toEqual([]);
  });
});
