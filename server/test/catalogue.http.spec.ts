import { observeStatements } from '../src/platform/database/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { Shop } from './shop.js';
import { Town, type Customer } from './town.js';
import type { Answer } from './harness.js';

interface Page {
  items: { id: string; name: string; soldOut: boolean }[];
  next: string | null;
}

interface Saved {
  id: string;
  name: string;
  code?: string;
  errors?: { field: string }[];
  skus: { id: string; name: string }[];
}

/** Short enough for the owner to stay signed in. */
const STEP_MS = 600_000;

describe('The catalogue', () => {
  let town: Town;
  let shop: Shop;
  let rootId: string;

  beforeAll(async () => {
    town = await Town.start();
    shop = await Shop.open(town);
    rootId = await category('咖啡');
  });
  afterAll(() => town.stop());

  async function category(name: string, parentId: string | null = null): Promise<string> {
    const answer = await addCategory(name, parentId);
    expect(answer.status).toBe(201);
    return answer.body.id;
  }

  const addCategory = (name: string, parentId: string | null = null) =>
    shop.owner.send<{ id: string; code?: string }>('POST', '/api/admin/categories', {
      brandId: shop.brandId,
      name,
      parentId,
    });

  const save = (fields: object): Promise<Answer<Saved>> =>
    shop.owner.send<Saved>('POST', '/api/admin/products', {
      brandId: shop.brandId,
      categoryId: rootId,
      name: '桂花拿铁',
      subtitle: '',
      description: '',
      pictures: ['/media/latte.png'],
      status: 'on_sale',
      position: 0,
      skus: [{ name: '一份', priceFen: 3000, memberPriceFen: null }],
      ...fields,
    });

  async function product(fields: object, stock = 10): Promise<Saved> {
    const { status, body } = await save(fields);
    expect({ status, errors: body.errors }).toEqual({ status: 201, errors: undefined });
    for (const sku of stock > 0 && !('kind' in fields) ? body.skus : []) {
      await shop.receive(sku.id, stock);
    }
    return body;
  }

  const shelf = async (query: Record<string, string>, by?: Customer): Promise<Page> => {
    const search = new URLSearchParams({ brandId: shop.brandId, limit: '50', ...query }).toString();
    const answer = await town.app.get<Page>(`/api/member/products?${search}`, { token: by?.token });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const names = async (query: Record<string, string>, by?: Customer): Promise<string[]> =>
    (await shelf(query, by)).items.map(({ name }) => name);

  describe('has categories', () => {
    it('at most three levels deep, and never in a circle', async () => {
      const second = await category('意式', rootId);
      const third = await category('奶咖', second);
      expect((await addCategory('更细', third)).body.code).toBe('category_too_deep');
      const move = await shop.owner.send('PATCH', `/api/admin/categories/${rootId}`, { parentId: third });
      expect(move.body.code).toBe('category_too_deep');
      const [first, second2] = [await category('甲'), await category('乙')];
      const both = await Promise.all([
        shop.owner.send('PATCH', `/api/admin/categories/${first}`, { parentId: second2 }),
        shop.owner.send('PATCH', `/api/admin/categories/${second2}`, { parentId: first }),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    });

    it('that are shown with everything below them', async () => {
      const tea = await category('茶');
      const green = await category('绿茶', tea);
      await product({ name: '龙井', categoryId: green });
      await expect(names({ categoryId: tea })).resolves.toEqual(['龙井']);
      await expect(names({ categoryId: green })).resolves.toEqual(['龙井']);
      await expect(names({ categoryId: toPublicId('category', 999_999) })).resolves.toEqual([]);
    });

    it('that go only when they are empty, and come back', async () => {
      const old = await category('旧品');
      const { id } = await product({ name: '旧豆子', categoryId: old });
      const archive = (archived: boolean) =>
        shop.owner.send('PATCH', `/api/admin/categories/${old}`, { archived });
      expect((await archive(true)).body.code).toBe('category_in_use');
      await change(id, { status: 'archived' });
      expect((await archive(true)).status).toBe(200);
      const listed = await town.app.get<Page>(`/api/member/categories?brandId=${shop.brandId}`);
      expect(listed.body.items.map((item) => item.id)).not.toContain(old);
      expect((await archive(false)).status).toBe(200);
    });

    it('in the order that the brand wants', async () => {
      const parent = await category('器具');
      const ids = [await category('壶', parent), await category('杯', parent), await category('磨', parent)];
      const order = (wanted: string[]) =>
        shop.owner.send('PUT', '/api/admin/categories/order', {
          brandId: shop.brandId,
          parentId: parent,
          ids: wanted,
        });
      expect((await order(ids.slice(1))).status).toBe(422);
      expect((await order(ids.toReversed())).status).toBe(204);
      const listed = await town.app.get<{ items: { id: string; parentId: string | null }[] }>(
        `/api/member/categories?brandId=${shop.brandId}`,
      );
      const below = listed.body.items.filter((item) => item.parentId === parent).map(({ id }) => id);
      expect(below).toEqual(ids.toReversed());
    });
  });

  async function change(id: string, fields: object): Promise<Answer<Saved>> {
    const { body } = await shop.owner.get(`/api/admin/products/${id}`);
    const { id: _id, brandId: _brandId, priceFen: _priceFen, ...details } = body;
    return shop.owner.send<Saved>('PATCH', `/api/admin/products/${id}`, { ...details, ...fields });
  }

  describe('has products', () => {
    const specs = [
      { name: '杯型', values: ['中杯', '大杯'] },
      { name: '温度', values: ['热', '冰'] },
    ];
    const sku = (spec: string[], extra = {}) => ({
      name: 'x',
      spec,
      priceFen: 2600,
      memberPriceFen: null,
      ...extra,
    });

    it('with specs, sold in the combinations that there are', async () => {
      const { id, skus } = await product({
        name: '双规格',
        specs,
        skus: [sku(['中杯', '热'], { weightG: 350 }), sku(['大杯', '冰'])],
      });
      expect(skus.map(({ name }) => name)).toEqual(['中杯 · 热', '大杯 · 冰']);
      const shown = await town.app.get(`/api/member/products/${id}`);
      expect(shown.body).toMatchObject({ specs, skus: [{ spec: ['中杯', '热'], weightG: 350 }, {}] });
      await expect(names({ q: '大杯 双规格' })).resolves.toEqual(['双规格']);
    });

    it.each<[string, object, string]>([
      ['a combination that is none', { specs, skus: [sku(['中杯', '温'])] }, 'skus.0.spec'],
      ['a combination twice', { specs, skus: [sku(['中杯', '热']), sku(['中杯', '热'])] }, 'skus.1.spec'],
      ['specs without their dimensions', { skus: [sku(['中杯'])] }, 'skus.0.spec'],
      [
        'a picture without an address',
        { details: [{ kind: 'picture', text: '', url: null }] },
        'details.0.url',
      ],
      [
        'a script for a picture',
        { details: [{ kind: 'picture', text: '', url: 'javascript:x' }] },
        'details.0.url',
      ],
      ['an empty paragraph', { details: [{ kind: 'text', text: '', url: null }] }, 'details.0.text'],
      ['tiers that nobody asked for', { tierLevels: [2] }, 'tierLevels'],
      ['a tier price club without tiers', { audience: 'tiers' }, 'tierLevels'],
      ['nowhere to be sold', { soldOnline: false, soldInStore: false }, 'soldOnline'],
      ['a voucher without an end', { kind: 'voucher' }, 'voucher'],
      ['an end for what is no voucher', { voucher: { validDays: 30, storeIds: [] } }, 'voucher'],
      ['an empty bundle', { kind: 'bundle' }, 'skus.0.components'],
      [
        'leaving the shelf before coming to it',
        { status: 'draft', listAt: '2030-01-02T00:00:00Z', delistAt: '2030-01-01T00:00:00Z' },
        'delistAt',
      ],
      ['a tag of nobody', { tagIds: [toPublicId('goods-tag', 999_999)] }, 'tagIds'],
    ])('but not with %s', async (_what, fields, field) => {
      const { status, body } = await save(fields);
      expect({ status, field: body.errors?.[0]?.field }).toEqual({ status: 422, field });
    });

    it('but not with a picture that was never uploaded', async () => {
      const { body } = await save({ pictures: ['/media/uploads/202606/nothing.png'] });
      expect(body.code).toBe('picture_unknown');
    });

    it('that tell more in words and pictures', async () => {
      const details = [
        { kind: 'text', text: '第一段 <b>不是标记</b>', url: null },
        { kind: 'picture', text: '烘焙间', url: '/media/roast.png' },
      ];
      const { id } = await product({ name: '图文', details });
      expect((await town.app.get(`/api/member/products/${id}`)).body.details).toEqual(details);
    });

    it('in bundles, which are there as long as all their parts are', async () => {
      const beans = await product({ name: '套装豆子' }, 3);
      const grinding = await product({ name: '代磨', kind: 'service' });
      const { id, skus } = await product({
        name: '豆子加代磨',
        kind: 'bundle',
        skus: [
          {
            name: '一套',
            priceFen: 9000,
            memberPriceFen: null,
            components: [
              { skuId: beans.skus[0]?.id, quantity: 2 },
              { skuId: grinding.skus[0]?.id, quantity: 1 },
            ],
          },
        ],
      });
      const shown = async () => (await town.app.get(`/api/member/products/${id}`)).body;
      expect(await shown()).toMatchObject({
        soldOut: false,
        skus: [{ available: 1, contents: ['套装豆子 一份 × 2', '代磨 一份'] }],
      });
      const member = await town.member(shop.brand.id);
      const bundle = skus[0]?.id ?? '';
      expect((await shop.order(member, bundle, { expectedPayFen: 9000 })).status).toBe(201);
      await expect(shop.stockOf(beans.skus[0]?.id ?? '')).resolves.toEqual({ onHand: 3, reserved: 2 });
      expect((await shop.order(member, bundle, { expectedPayFen: 9000 })).body.code).toBe('sold_out');
      await expect(names({ q: '豆子加代磨', inStock: 'true' })).resolves.toEqual([]);
      await expect(names({ q: '代磨', inStock: 'true' })).resolves.toEqual(['代磨']);
    });
  });

  describe('keeps some things for some', () => {
    let guest: Customer;
    let member: Customer;
    let regular: Customer;

    beforeAll(async () => {
      guest = await town.visitor();
      member = await town.member(shop.brand.id);
      regular = await town.member(shop.brand.id);
    });

    it('for members: in the list, on its page and in an order', async () => {
      const { id, skus } = await product({ name: '会员专享豆', audience: 'members' });
      const seen = async (by?: Customer) => [
        (await names({ q: '会员专享豆' }, by)).length,
        (await town.app.get(`/api/member/products/${id}`, { token: by?.token })).status,
      ];
      await expect(seen()).resolves.toEqual([0, 404]);
      await expect(seen(guest)).resolves.toEqual([0, 404]);
      await expect(seen(member)).resolves.toEqual([1, 200]);
      const quote = (by: Customer) => by.send('POST', '/api/member/quotes', shop.cart(skus[0]?.id ?? ''));
      expect((await quote(guest)).body.code).toBe('product_off_shelf');
      expect((await quote(member)).status).toBe(200);
      expect((await shop.order(member, skus[0]?.id ?? '', { expectedPayFen: 3000 })).status).toBe(201);
    });

    it('for tiers: only theirs', async () => {
      const { id, skus } = await product({ name: '老主顾专享', audience: 'tiers', tierLevels: [0] });
      const other = await product({ name: '金卡专享', audience: 'tiers', tierLevels: [9] });
      await expect(names({ q: '专享' }, regular)).resolves.toEqual(['会员专享豆', '老主顾专享']);
      expect((await regular.get(`/api/member/products/${id}`)).status).toBe(200);
      expect((await regular.get(`/api/member/products/${other.id}`)).status).toBe(404);
      expect((await shop.order(regular, other.skus[0]?.id ?? '', { expectedPayFen: 3000 })).body.code).toBe(
        'product_off_shelf',
      );
      expect((await shop.order(regular, skus[0]?.id ?? '', { expectedPayFen: 3000 })).status).toBe(201);
    });

    it('and what is sold over the counter alone is not in the mini-program', async () => {
      const { id, skus } = await product({ name: '仅门店的杯子', soldOnline: false });
      await expect(names({ q: '仅门店' }, member)).resolves.toEqual([]);
      expect((await member.get(`/api/member/products/${id}`)).status).toBe(404);
      expect((await shop.order(member, skus[0]?.id ?? '', { expectedPayFen: 3000 })).body.code).toBe(
        'product_off_shelf',
      );
    });
  });

  describe('puts things on the shelf and takes them off by itself', () => {
    const at = (steps: number) => new Date(town.app.clock.now().getTime() + steps * STEP_MS).toISOString();

    it('at the set times, to the plan that is last', async () => {
      const { id } = await product({ name: '定时上架', status: 'draft', listAt: at(2), delistAt: at(5) });
      const isShown = async () => (await names({ q: '定时上架' })).length === 1;
      await change(id, { listAt: at(3) });
      town.app.clock.advance(2 * STEP_MS + 1000);
      await town.app.runDueJobs();
      await expect(isShown()).resolves.toBe(false);
      town.app.clock.advance(STEP_MS);
      await town.app.runDueJobs();
      await expect(isShown()).resolves.toBe(true);
      town.app.clock.advance(2 * STEP_MS);
      await town.app.runDueJobs();
      await expect(isShown()).resolves.toBe(false);
    });
  });

  describe('is searched, sorted and sifted', () => {
    let tagIds: string[];

    beforeAll(async () => {
      const dimension = await shop.owner.send<{ id: string }>('POST', '/api/admin/goods-tags/dimensions', {
        brandId: shop.brandId,
        name: '风味',
      });
      tagIds = [];
      for (const name of ['坚果', '花香']) {
        const body = { dimensionId: dimension.body.id, name };
        tagIds.push((await shop.owner.send<{ id: string }>('POST', '/api/admin/goods-tags', body)).body.id);
      }
      const [nutty, floral] = tagIds;
      const price = (priceFen: number) => [{ name: '一份', priceFen, memberPriceFen: null }];
      await product({ name: '榛果摩卡', tagIds: [nutty], skus: price(3300), position: 1 });
      await product({ name: '茉莉摩卡', tagIds: [floral], skus: price(2900), position: 2 }, 0);
      await product({ name: '玫瑰摩卡', tagIds: [floral], skus: price(3100), position: 3 });
    });

    it.each([
      ['摩卡', 3],
      ['mk', 3],
      ['MOKA', 3],
      ['zgmk', 1],
      ['moli', 1],
      ['摩卡 花香', 2],
      ['摩 卡', 3],
      ['卡摩', 0],
      ['%', 0],
      ["'", 0],
    ])('by %s, and finds %d', async (q, found) => {
      const all = /^[%']$/.test(q) ? [] : await names({ q });
      expect(all.filter((name) => name.includes('摩卡'))).toHaveLength(found);
    });

    it.each([
      ['recommended', '榛果摩卡 茉莉摩卡 玫瑰摩卡'],
      ['newest', '玫瑰摩卡 茉莉摩卡 榛果摩卡'],
      ['price_up', '茉莉摩卡 玫瑰摩卡 榛果摩卡'],
      ['price_down', '榛果摩卡 玫瑰摩卡 茉莉摩卡'],
      ['sales', '玫瑰摩卡 茉莉摩卡 榛果摩卡'],
    ])('in the order %s, page by page', async (sort, wanted) => {
      const found: string[] = [];
      let after: string | null = null;
      do {
        const page: Page = await shelf({ q: 'mk', sort, limit: '1', ...(after === null ? {} : { after }) });
        found.push(...page.items.map(({ name }) => name));
        after = page.next;
      } while (after !== null);
      expect(found.join(' ')).toBe(wanted);
    });

    it('by tags, price and what is left', async () => {
      const [nutty = '', floral = ''] = tagIds;
      await expect(names({ q: 'mk', tags: floral })).resolves.toEqual(['茉莉摩卡', '玫瑰摩卡']);
      await expect(names({ q: 'mk', tags: `${floral},${nutty}` })).resolves.toHaveLength(3);
      await expect(names({ tags: toPublicId('goods-tag', 999_999) })).resolves.toEqual([]);
      await expect(names({ q: 'mk', minFen: '3000', maxFen: '3200' })).resolves.toEqual(['玫瑰摩卡']);
      await expect(names({ q: 'mk', inStock: 'true' })).resolves.toEqual(['榛果摩卡', '玫瑰摩卡']);
    });

    it('at a fixed number of statements', async () => {
      await names({ q: 'mk' });
      const seen: string[] = [];
      const stop = observeStatements((sql) => seen.push(sql));
      await names({ q: 'mk moka', sort: 'sales', inStock: 'true', minFen: '1' });
      stop();
      expect(seen).toHaveLength(3);
    });

    it('without reading through the table of terms', async () => {
      const [row] = await town.app.query<{ type: string; key: string }>(
        `EXPLAIN SELECT product_id FROM product_search_term WHERE brand_id = ${shop.brand.id} AND term LIKE 'mk%'`,
      );
      expect(row).toMatchObject({ type: 'range', key: 'PRIMARY' });
    });

    it('with suggestions of what there is', async () => {
      const suggest = async (q: string) =>
        (
          await town.app.get<{ items: string[] }>(
            `/api/member/products/suggestions?brandId=${shop.brandId}&q=${q}`,
          )
        ).body.items;
      await expect(suggest('zg')).resolves.toEqual(['榛果摩卡']);
      expect((await suggest('')).length).toBeGreaterThan(3);
    });

    it('and follows a word that many products share when it changes', async () => {
      await shop.owner.send('PATCH', `/api/admin/goods-tags/${tagIds[1]}`, { name: '果酸' });
      await town.app.runDueJobs();
      await expect(names({ q: '摩卡 guosuan' })).resolves.toEqual(['茉莉摩卡', '玫瑰摩卡']);
      await expect(names({ q: '摩卡 花香' })).resolves.toEqual([]);
    });

    it('and shows what is like it, and why', async () => {
      const rose = (await shelf({ q: '玫瑰摩卡' })).items[0]?.id ?? '';
      const related = () =>
        town.app.get<{ items: { name: string; because: string }[] }>(`/api/member/products/${rose}/related`);
      // The other one with the same tag is sold out.
      expect((await related()).body.items).toEqual([]);
      const twin = await product({ name: '桃子摩卡', tagIds: tagIds.slice(1) });
      expect((await related()).body.items).toMatchObject([{ id: twin.id, because: '同样是「果酸」' }]);
    });
  });

  describe('takes tags from a sheet', () => {
    const upload = (sheet: string | Buffer) =>
      town.app.post<{ id: string; code?: string; status: string; total: number; failed: number }>(
        `/api/admin/tag-imports?brandId=${shop.brandId}`,
        { cookie: shop.owner.cookie, file: Buffer.from(sheet) },
      );
    const confirm = (id: string) => shop.owner.send('POST', `/api/admin/tag-imports/${id}/application`);
    const state = async (id: string) => (await shop.owner.get(`/api/admin/tag-imports/${id}`)).body;

    it.each([
      ['no table', 'x'],
      ['no product', '风格,季节\n经典,春'],
      ['no tags', '商品名称\n桂花拿铁'],
      ['only its head', '商品名称,风格\n'],
      ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0x00])],
    ])('but not when it is %s', async (_what, sheet) => {
      expect((await upload(sheet)).body.code).toBe('spreadsheet_unreadable');
    });

    it('tries every row first, says what is wrong with which, and writes nothing before it is told to', async () => {
      const spring = await product({ name: '春日特调' });
      const summer = await product({ name: '夏日特调' });
      const sheet = [
        '商品名称,商品编号,季节,尺码',
        '春日特调,,春,',
        `,${summer.id},夏、夏末,中杯`,
        '没有这个,,春,',
        '夏日特调,,,',
        `春日特调,,${'长'.repeat(21)},`,
      ].join('\n');
      const started = await upload(sheet);
      expect(started.body).toMatchObject({ status: 'checking', total: 5 });
      const { id } = started.body;
      expect((await confirm(id)).body.code).toBe('import_not_ready');
      await town.app.runDueJobs();
      expect(await state(id)).toMatchObject({ status: 'checked', done: 5, failed: 3 });
      const failed = await shop.owner.get(`/api/admin/tag-imports/${id}/failed-rows`);
      expect(failed.body.items).toMatchObject([
        { rowNo: 4, error: '没有找到这个商品' },
        { rowNo: 5, error: '这一行没有写任何标签' },
        { rowNo: 6, error: expect.stringContaining('标签最多 20 个字') as string },
      ]);
      await expect(names({ q: '夏末' })).resolves.toEqual([]);

      const both = await Promise.all([confirm(id), confirm(id)]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      await town.app.runDueJobs();
      expect(await state(id)).toMatchObject({ status: 'applied', done: 5, failed: 3 });
      await expect(names({ q: '夏末' })).resolves.toEqual(['夏日特调']);
      expect((await shop.owner.get(`/api/admin/products/${spring.id}`)).body.tagIds).toHaveLength(1);
      expect((await shop.owner.get(`/api/admin/products/${summer.id}`)).body.tagIds).toHaveLength(3);
    });

    it('some at a time, and goes on where it was', async () => {
      const rows = Array.from({ length: 450 }, () => '春日特调,盛夏').join('\n');
      const { body } = await upload(`商品名称,季节\n${rows}`);
      await town.app.runDueJobs();
      expect(await state(body.id)).toMatchObject({ status: 'checked', done: 450, failed: 0 });
      await confirm(body.id);
      await town.app.runDueJobs();
      await expect(names({ q: '盛夏' })).resolves.toEqual(['春日特调']);
    });
  });
});
