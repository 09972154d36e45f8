import { observeStatements } from '../src/platform/database/index.js';
import { Shop } from './shop.js';
import { Town } from './town.js';

interface Card {
  id: string;
  name: string;
  priceFen: number;
  memberPriceFen: number | null;
  soldOut: boolean;
}

interface Page {
  items: Card[];
  next: string | null;
}

interface Detail extends Card {
  skus: { id: string; available: number }[];
}

describe('The shelf', () => {
  let town: Town;
  let shop: Shop;

  beforeAll(async () => {
    town = await Town.start();
    shop = await Shop.open(town);
  });
  afterAll(() => town.stop());

  const list = async (query = ''): Promise<Page> =>
    (await town.app.get<Page>(`/api/member/products?brandId=${shop.brandId}${query}`)).body;
  const detail = async (id: string): Promise<Detail> =>
    (await town.app.get<Detail>(`/api/member/products/${id}`)).body;

  async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    const seen: string[] = [];
    const stop = observeStatements((sql) => seen.push(sql));
    await work();
    stop();
    return seen;
  }

  it('shows each product once, page by page, with what it costs and whether any is left', async () => {
    const ids = [];
    for (const stock of [3, 0, 1]) {
      ids.push((await shop.product({ stock })).id);
    }
    const first = await list('&limit=2');
    const second = await list(`&limit=2&after=${first.next}`);
    expect([...first.items, ...second.items].map(({ id, soldOut }) => [id, soldOut])).toEqual([
      [ids[0], false],
      [ids[1], true],
      [ids[2], false],
    ]);
    expect(second.next).toBeNull();
    expect(first.items[0]).toMatchObject({ name: '云南日晒', priceFen: 6800, memberPriceFen: 5800 });
  });

  it('costs three statements a page or product, and none for who comes within a second', async () => {
    const { id } = await shop.product();
    expect(await statementsOf(() => list('&limit=50'))).toHaveLength(3);
    expect(await statementsOf(() => list('&limit=50'))).toEqual([]);
    expect(await statementsOf(() => detail(id))).toHaveLength(3);
    expect(await statementsOf(() => detail(id))).toEqual([]);
  });

  async function change(id: string, fields: object): Promise<void> {
    const { body } = await shop.owner.get(`/api/admin/products/${id}`);
    const { id: _id, brandId: _brandId, priceFen: _priceFen, ...details } = body;
    const answer = await shop.owner.send('PATCH', `/api/admin/products/${id}`, { ...details, ...fields });
    expect(answer.status).toBeLessThan(300);
  }

  it('shows a change of the catalogue at once', async () => {
    const { id } = await shop.product();
    expect((await detail(id)).name).toBe('云南日晒');
    await list('&limit=40');
    await change(id, { name: '云南水洗' });
    expect((await detail(id)).name).toBe('云南水洗');
    expect((await list('&limit=40')).items.find((item) => item.id === id)?.name).toBe('云南水洗');
  });

  it('hides what is not on sale', async () => {
    const { id } = await shop.product();
    await detail(id);
    await change(id, { status: 'draft' });
    expect((await town.app.get(`/api/member/products/${id}`)).status).toBe(404);
    expect((await list('&limit=50')).items.map((item) => item.id)).not.toContain(id);
  });
});
