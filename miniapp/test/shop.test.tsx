import { screen } from '@testing-library/react';
import ShopPage from '@/pages/shop/index';
import { product, productItem } from './fixtures';
import { lastSaid, open, reads, tap } from './open';
import { ok, page, refusal, Shop } from './shop';

function stocked(): Shop {
  return new Shop()
    .on('GET /api/member/categories', () => ok({ items: [{ id: 'ca_1', name: '咖啡' }] }))
    .on('GET /api/member/products', () => page([productItem]))
    .on('GET /api/member/products/pr_1', () => ok(product));
}

it('lists products with the price for members', async () => {
  stocked();
  open(<ShopPage />);
  await reads('檐下拿铁');
  await reads('会员价');
});

it('says so when a category is empty', async () => {
  stocked().on('GET /api/member/products', ({ query }) =>
    query.categoryId ? page([]) : page([productItem]),
  );
  open(<ShopPage />);
  await tap('咖啡');
  await reads('这里还没上新');
});

it('says what is wrong, and tries again', async () => {
  let broken = true;
  stocked().on('GET /api/member/products', () => (broken ? refusal('forbidden') : page([productItem])));
  open(<ShopPage />);
  await reads('你没有权限进行这项操作。');
  broken = false;
  await tap('再试一次');
  await reads('檐下拿铁');
});

it('comes to the end of the list page by page', async () => {
  const shop = stocked().on('GET /api/member/products', ({ query }) =>
    query.after ? page([{ ...productItem, id: 'pr_2', name: '桂花拿铁' }]) : page([productItem], 'cursor'),
  );
  open(<ShopPage />);
  await tap('点这里看更多');
  await reads('桂花拿铁');
  await reads('就这些了');
  expect(shop.callsTo('GET /api/member/products').map(({ query }) => query.after)).toEqual([
    undefined,
    'cursor',
  ]);
});

it('offers nothing to add of what is sold out', async () => {
  stocked().on('GET /api/member/products', () => page([{ ...productItem, soldOut: true }]));
  open(<ShopPage />);
  await reads('今日售罄');
  expect(screen.queryByLabelText('把檐下拿铁加入购物车')).toBeNull();
});

it('puts the chosen variant into the cart', async () => {
  stocked();
  open(<ShopPage />);
  (await screen.findByLabelText('把檐下拿铁加入购物车')).click();
  await reads('中杯');
  (await screen.findByLabelText('增加数量')).click();
  await tap('加入购物车');
  expect(lastSaid()).toBe('已放进购物车');
  await reads('2 件');
});

it('sells nothing that the store does not have', async () => {
  stocked();
  open(<ShopPage />);
  (await screen.findByLabelText('把檐下拿铁加入购物车')).click();
  await tap('大杯');
  const button = await reads('这家店暂时没货');
  expect(button).toHaveProperty('disabled', true);
});
