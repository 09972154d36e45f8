import type { Brand } from '../src/modules/org/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { brandIdOf, Town, type Admin } from './town.js';

interface StoreItem {
  id: string;
  name: string;
  open: boolean;
  distanceM: number | null;
}

describe('brands and stores over HTTP', () => {
  let town: Town;
  let coffee: Brand;
  let skincare: Brand;
  let owner: Admin;
  let stranger: Admin;
  let viewer: Admin;

  beforeAll(async () => {
    town = await Town.start();
    coffee = await town.brand();
    skincare = await town.brand({ name: '木樨护肤' });
    [owner, stranger, viewer] = await Promise.all([
      town.admin([coffee.id]),
      town.admin([skincare.id]),
      town.admin([coffee.id], 'viewer'),
    ]);
  });

  afterAll(() => town.stop());

  const newStore = (brand = coffee) => ({
    brandId: brandIdOf(brand),
    kind: 'store',
    name: '静安寺店',
    city: '上海',
    address: '静安区南京西路 1699 号',
    lat: 31.2235,
    lng: 121.4455,
    opensAt: '07:30',
    closesAt: '23:00',
    phone: '021-62000000',
    checkInLocation: 'required',
    checkInRadiusM: 200,
  });

  describe('GET /api/member/brands', () => {
    it('finds no brand under a made-up id', async () => {
      expect((await town.app.get('/api/member/brands/br_1111111111111111111111')).body).toMatchObject({
        code: 'not_found',
      });
      expect((await town.app.get(`/api/member/brands/${toPublicId('brand', 999)}`)).status).toBe(404);
      expect((await town.app.get(`/api/member/brands/${toPublicId('store', coffee.id)}`)).status).toBe(404);
    });

    it('shows anybody the brands of the group', async () => {
      const { body } = await town.app.get<{ items: { name: string }[] }>('/api/member/brands');
      expect(body.items.map(({ name }) => name)).toEqual(['山前咖啡', '木樨护肤']);
      const one = await town.app.get(`/api/member/brands/${brandIdOf(coffee)}`);
      expect(one.body).toMatchObject({
        name: '山前咖啡',
        theme: { primary: '#7a4a2b' },
        persona: { name: '阿山' },
      });
    });
  });

  describe('GET /api/member/stores', () => {
    let beijing: Brand;

    beforeAll(async () => {
      beijing = await town.brand({ name: '北纬四十' });
      await town.store(beijing.id, { name: '北店', lat: 40.8, lng: 116 });
      await town.store(beijing.id, { name: '东店', lat: 40, lng: 117 });
      await town.store(beijing.id, { name: '夜店', lat: 39, lng: 116, opensAt: '20:00', closesAt: '02:00' });
      await town.store(beijing.id, { name: '仓库', kind: 'warehouse', lat: 40, lng: 116 });
    });

    const near = (query = '&lat=40&lng=116') =>
      town.app.get<{ items: StoreItem[] }>(`/api/member/stores?brandId=${brandIdOf(beijing)}${query}`);

    it.each(['lat=91&lng=0', 'lat=x&lng=0', 'lat=1&lat=2&lng=0', 'sort=name', 'lat=1e999&lng=0'])(
      'refuses %s',
      async (query) => {
        expect((await near(`&${query}`)).body).toMatchObject({ code: 'validation_failed' });
      },
    );

    it('lists shops by metres at 40° N, without warehouses', async () => {
      const { body } = await near();
      expect(body.items.map(({ name }) => name)).toEqual(['东店', '北店', '夜店']);
      expect(body.items[0]?.distanceM).toBeGreaterThan(85_000);
      expect(body.items[0]?.distanceM).toBeLessThan(85_400);
    });

    it('lists them without a position too', async () => {
      const { body } = await near('');
      expect(body.items.map(({ distanceM }) => distanceM)).toEqual([null, null, null]);
    });

    it('says which are open by the wall clock of the brand, past midnight too', async () => {
      const openAt = async (instant: string) => {
        town.app.clock.set(instant);
        return (await near()).body.items.filter(({ open }) => open).map(({ name }) => name);
      };
      const noon = town.app.clock.now();
      expect(await openAt('2026-06-01T15:59:00.000Z')).toEqual(['夜店']);
      expect(await openAt('2026-06-01T17:59:00.000Z')).toEqual(['夜店']);
      expect(await openAt('2026-06-01T18:00:00.000Z')).toEqual([]);
      expect(await openAt('2026-06-02T00:00:00.000Z')).toEqual(['东店', '北店']);
      town.app.clock.set(noon);
    });
  });

  describe('POST /api/admin/stores', () => {
    const create = (admin: Admin, body: object = newStore()) => admin.send('POST', '/api/admin/stores', body);

    it('refuses nobody, viewers, and admins of another brand', async () => {
      expect((await town.app.post('/api/admin/stores', { body: newStore() })).status).toBe(401);
      expect((await create(viewer)).body).toMatchObject({ code: 'forbidden' });
      expect((await create(stranger)).body).toMatchObject({ code: 'not_found' });
      const stores = await town.app.query("SELECT id FROM store WHERE name = '静安寺店'");
      expect(stores).toEqual([]);
    });

    it('refuses a cookie without the console’s own header', async () => {
      const answer = await town.app.post('/api/admin/stores', {
        headers: { cookie: owner.cookie },
        body: newStore(),
      });
      expect(answer.body).toMatchObject({ code: 'forbidden' });
    });

    it.each([
      ['latitude', { lat: 91 }],
      ['hours', { opensAt: '25:00' }],
      ['kind', { kind: 'castle' }],
      ['radius', { checkInRadiusM: 0 }],
      ['an unknown field', { owner: 1 }],
      ['null', { name: null }],
    ])('refuses a wrong %s', async (_name, wrong) => {
      expect((await create(owner, { ...newStore(), ...wrong })).body).toMatchObject({
        code: 'validation_failed',
      });
    });

    it('opens a store with a code of its own, seen at once', async () => {
      const { status, body } = await create(owner);
      expect(status).toBe(201);
      expect(body).toMatchObject({ ...newStore(), archived: false });
      expect(body.code).toMatch(/^[A-HJ-NP-Z2-9]{10}$/);
      const list = await town.app.get<{ items: StoreItem[] }>(
        `/api/member/stores?brandId=${brandIdOf(coffee)}`,
      );
      expect(list.body.items.map(({ id }) => id)).toContain(body.id);
    });
  });

  describe('PATCH /api/admin/stores/{id}', () => {
    const change = (admin: Admin, id: number, body: object) =>
      admin.send('PATCH', `/api/admin/stores/${toPublicId('store', id)}`, body);

    it('refuses viewers and admins of another brand, and changes nothing', async () => {
      const store = await town.store(coffee.id, { name: '不许动' });
      expect((await change(viewer, store.id, { name: '动了' })).status).toBe(403);
      expect((await change(stranger, store.id, { name: '动了' })).status).toBe(404);
      expect((await change(owner, store.id, { brandId: brandIdOf(skincare) })).status).toBe(422);
      expect((await change(owner, store.id, { name: null })).status).toBe(422);
      const rows = await town.app.query('SELECT name FROM store WHERE id = ?', [store.id]);
      expect(rows).toEqual([{ name: '不许动' }]);
    });

    it('changes what is given and hides an archived store', async () => {
      const store = await town.store(coffee.id, { name: '老店' });
      expect((await change(owner, store.id, {})).body).toMatchObject({ name: '老店' });
      expect((await change(owner, store.id, { closesAt: '00:30' })).body).toMatchObject({
        name: '老店',
        opensAt: '08:00',
        closesAt: '00:30',
      });
      expect((await change(owner, store.id, { archived: true })).body).toMatchObject({ archived: true });
      const { body } = await town.app.get<{ items: StoreItem[] }>(
        `/api/member/stores?brandId=${brandIdOf(coffee)}`,
      );
      expect(body.items.map(({ name }) => name)).not.toContain('老店');
    });
  });

  it('pages the console’s list by key, archived stores and warehouses too', async () => {
    const brand = await town.brand({ name: '五家店' });
    const admin = await town.admin([brand.id]);
    for (let n = 1; n <= 5; n += 1) {
      await town.store(brand.id, { name: `${n} 号`, kind: n === 3 ? 'warehouse' : 'store' });
    }
    const names: string[] = [];
    let after = '';
    do {
      const { body } = await admin.get<{ items: StoreItem[]; next: string | null }>(
        `/api/admin/stores?brandId=${brandIdOf(brand)}&limit=2${after}`,
      );
      names.push(...body.items.map(({ name }) => name));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    expect(names).toEqual(['1 号', '2 号', '3 号', '4 号', '5 号']);
    expect((await admin.get(`/api/admin/stores?brandId=${brandIdOf(brand)}&after=xyz`)).status).toBe(422);
  });

  it('keeps who changed what, for those who may see it', async () => {
    const path = `/api/admin/audit?brandId=${brandIdOf(coffee)}`;
    expect((await viewer.get(path)).status).toBe(403);
    expect((await stranger.get(path)).status).toBe(404);
    const { body } = await owner.get<{ items: { actor: string; action: string; subject: string }[] }>(path);
    const created = body.items.find(
      ({ action, actor }) => action === 'store.created' && actor === '管理员 林主理',
    );
    expect(created?.subject).toMatch(/^st_/);
  });
});
