import { toPublicId } from '../src/platform/ids/index.js';
import type { Store } from '../src/modules/org/index.js';
import { Club } from './club.js';
import { Town, type Admin, type Customer } from './town.js';

interface LiveCode {
  id: string;
  code: string;
  scans: number;
  joins: number;
  stores: { name: string }[];
  status: string;
}
interface Resolved {
  store: { id: string; name: string; distanceM: number | null } | null;
  stores: { name: string; distanceM: number | null }[];
}

/** People's Square, Shanghai. */
const SQUARE = 'lat=31.2304&lng=121.4737';

describe('live codes', () => {
  let town: Town;
  let club: Club;
  let elsewhere: Club;
  let owner: Admin;
  let viewer: Admin;
  let stranger: Admin;
  let far: Store;
  let night: Store;

  beforeAll(async () => {
    town = await Town.start();
    club = await Club.open(town);
    elsewhere = await Club.open(town, '木樨护肤');
    far = await town.store(club.brand.id, { name: '北京店', city: '北京', lat: 39.9087, lng: 116.3975 });
    // Next to the square, but the tests' noon is its night.
    night = await town.store(club.brand.id, {
      name: '夜间店',
      lat: 31.2305,
      lng: 121.4738,
      opensAt: '20:00',
      closesAt: '04:00',
    });
    [owner, viewer, stranger] = [
      await town.admin([club.brand.id]),
      await town.admin([club.brand.id], 'viewer'),
      await town.admin([elsewhere.brand.id]),
    ];
  });
  afterAll(() => town.stop());

  const draft = (change: object = {}) => ({
    brandId: club.brandId,
    name: '海报',
    promise: '入会即享会员价',
    ...change,
  });
  const create = (admin: Admin, body: object = draft()) =>
    admin.send<LiveCode>('POST', '/api/admin/live-codes', body);
  const newCode = async (change: object = {}) => (await create(owner, draft(change))).body;
  const resolve = (code: string, query = '', token?: string) =>
    town.app.get<Resolved>(`/api/member/live-codes/${code}?${query}`, token === undefined ? {} : { token });
  const idOf = (store: Store) => toPublicId('store', store.id);
  const figures = async ({ id }: LiveCode) => {
    const page = await owner.get<{ items: LiveCode[] }>(
      `/api/admin/live-codes?brandId=${club.brandId}&limit=50`,
    );
    const { scans, joins } = page.body.items.find((code) => code.id === id) ?? {};
    return { scans, joins };
  };
  const join = (visitor: Customer, body: object = {}) =>
    visitor.send<{ store: { name: string } | null; code?: string }>('POST', '/api/member/memberships', {
      brandId: club.brandId,
      consents: [{ purpose: 'service', given: true }],
      ...body,
    });

  describe('at the console', () => {
    it('are closed to everybody else', async () => {
      const { id } = await newCode();
      expect((await town.app.get(`/api/admin/live-codes?brandId=${club.brandId}`)).status).toBe(401);
      expect((await create(viewer)).status).toBe(403);
      expect((await create(stranger)).status).toBe(404);
      expect((await stranger.get(`/api/admin/live-codes?brandId=${club.brandId}`)).status).toBe(404);
      expect((await stranger.send('PATCH', `/api/admin/live-codes/${id}`, { name: '夺' })).status).toBe(404);
      expect((await stranger.get(`/api/admin/live-codes/${id}/qr.svg`)).status).toBe(404);
    });

    it('refuse stores of another brand and ways on that do not exist', async () => {
      const foreign = idOf(elsewhere.store);
      expect((await create(owner, draft({ storeIds: [foreign] }))).body).toMatchObject({
        errors: [{ field: 'storeIds' }],
      });
      expect((await create(owner, draft({ defaultStoreId: foreign }))).body).toMatchObject({
        errors: [{ field: 'defaultStoreId' }],
      });
      expect((await create(owner, draft({ exits: ['casino'] }))).status).toBe(422);
      expect((await create(owner, draft({ promise: '' }))).status).toBe(422);
    });

    it('are made with a text nobody can guess, and found by store', async () => {
      const code = await newCode({ storeIds: [idOf(far)] });
      expect(code.code).toMatch(/^[1-9A-HJ-NP-Za-km-z]{10}$/);
      expect(code.stores).toMatchObject([{ name: '北京店' }]);
      const found = await owner.get<{ items: LiveCode[] }>(
        `/api/admin/live-codes?brandId=${club.brandId}&storeId=${idOf(far)}`,
      );
      expect(found.body.items.map(({ id }) => id)).toEqual([code.id]);
    });

    it('print as a picture that scans to the join page', async () => {
      const { id } = await newCode();
      const picture = await owner.get<{ text: string }>(`/api/admin/live-codes/${id}/qr.svg`);
      expect(picture.status).toBe(200);
      expect(picture.headers.get('content-type')).toContain('image/svg+xml');
      expect(picture.body.text).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
    });
  });

  describe('GET /api/member/live-codes/{code}', () => {
    it('knows only what was printed', async () => {
      expect((await resolve('AAAAAAAAAA')).status).toBe(404);
      expect((await resolve('0OIl')).status).toBe(404);
      expect((await resolve((await newCode()).code, 'lat=91&lng=0')).status).toBe(422);
    });

    it('says so when a code was paused, at once, and leads on when it is resumed', async () => {
      const { id, code } = await newCode();
      expect((await resolve(code)).status).toBe(200);
      await owner.send('PATCH', `/api/admin/live-codes/${id}`, { status: 'paused' });
      expect(await resolve(code)).toMatchObject({ status: 410, body: { code: 'live_code_paused' } });
      await owner.send('PATCH', `/api/admin/live-codes/${id}`, { status: 'active' });
      expect((await resolve(code)).status).toBe(200);
    });

    it('leads to the nearest open store', async () => {
      const { body } = await resolve((await newCode()).code, SQUARE);
      expect(body).toMatchObject({ store: { name: '徐家汇店' }, promise: '入会即享会员价', exits: ['join'] });
      expect(body.store?.distanceM).toBeGreaterThan(4_000);
      expect(body.stores.map(({ name }) => name)).toEqual(['夜间店', '徐家汇店', '北京店']);
    });

    it('lets the customer choose when the position is unknown, but not when there is only one store', async () => {
      expect((await resolve((await newCode()).code)).body).toMatchObject({
        store: null,
        stores: [{}, {}, {}],
      });
      const { code } = await newCode({ storeIds: [idOf(far)] });
      expect((await resolve(code)).body).toMatchObject({ store: { name: '北京店', distanceM: null } });
    });

    it('falls back to the default store when none is near', async () => {
      const { code } = await newCode({
        storeIds: [idOf(far), idOf(club.store)],
        radiusM: 1_000,
        defaultStoreId: idOf(far),
      });
      expect((await resolve(code, SQUARE)).body).toMatchObject({ store: { name: '北京店' } });
    });

    it('counts one scan a visit, also when the page asks again with a position', async () => {
      const code = await newCode();
      const visitor = await town.visitor();
      await resolve(code.code, '', visitor.token);
      await resolve(code.code, SQUARE, visitor.token);
      await resolve(code.code);
      await expect(figures(code)).resolves.toEqual({ scans: 2, joins: 0 });
      town.app.clock.advance(11 * 60_000);
      await resolve(code.code, '', visitor.token);
      await expect(figures(code)).resolves.toEqual({ scans: 3, joins: 0 });
    });
  });

  describe('POST /api/member/memberships', () => {
    it('refuses strangers, missing consent and codes of another brand, and opens nothing', async () => {
      const visitor = await town.visitor();
      const foreign = await stranger.send<LiveCode>('POST', '/api/admin/live-codes', {
        ...draft(),
        brandId: elsewhere.brandId,
      });
      expect((await town.app.post('/api/member/memberships', { body: {} })).status).toBe(401);
      expect((await join(visitor, { consents: [{ purpose: 'service', given: false }] })).body).toMatchObject({
        code: 'service_consent_required',
      });
      for (const liveCode of [foreign.body.code, 'AAAAAAAAAA']) {
        expect((await join(visitor, { liveCode })).body).toMatchObject({ errors: [{ field: 'liveCode' }] });
      }
      expect((await join(visitor, { brandId: toPublicId('brand', 999) })).status).toBe(404);
      expect((await visitor.get(`/api/member/card?brandId=${club.brandId}`)).status).toBe(403);
    });

    it('keeps the code and the store it led to with the membership for life', async () => {
      const code = await newCode();
      const visitor = await town.visitor();
      await resolve(code.code, SQUARE, visitor.token);
      const joined = await join(visitor, { liveCode: code.code });
      expect(joined).toMatchObject({ status: 201, body: { store: { name: '徐家汇店' } } });
      await expect(figures(code)).resolves.toEqual({ scans: 1, joins: 1 });
      expect((await visitor.get(`/api/member/card?brandId=${club.brandId}`)).body).toEqual(joined.body);
    });

    it('counts the join of somebody whose scan was not signed in, and of a code that was paused meanwhile', async () => {
      const code = await newCode({ storeIds: [idOf(night)] });
      await owner.send('PATCH', `/api/admin/live-codes/${code.id}`, { status: 'paused' });
      const joined = await join(await town.visitor(), { liveCode: code.code });
      expect(joined.body).toMatchObject({ store: { name: '夜间店' } });
      await expect(figures(code)).resolves.toEqual({ scans: 1, joins: 1 });
    });

    it('pressed ten times at once opens one card and counts one join', async () => {
      const code = await newCode();
      const visitor = await town.visitor();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => join(visitor, { liveCode: code.code })),
      );
      expect(new Set(answers.map(({ body }) => (body as unknown as { cardNo: string }).cardNo)).size).toBe(1);
      await expect(figures(code)).resolves.toEqual({ scans: 1, joins: 1 });
    });

    it('takes the phone from the button', async () => {
      const visitor = await town.visitor({ phone: '13800138077' });
      expect((await join(visitor, { phoneCode: await visitor.phoneCode() })).status).toBe(201);
      expect((await visitor.get('/api/member/me')).body).toMatchObject({ phoneMasked: '138****8077' });
    });
  });
});
