import { screen } from '@testing-library/react';
import CartPage from '@/packages/trade/cart/index';
import { cartLine, quote } from './fixtures';
import { open, reads } from './open';
import { ok, Shop } from './shop';

const SHOW = 'GET /api/member/cart';

it('says what became of prices, and why something cannot be had', async () => {
  new Shop()
    .on(SHOW, () =>
      ok({
        items: [
          { ...cartLine, then: { priceFen: 2800, memberPriceFen: 2500 } },
          {
            ...cartLine,
            skuId: 'sk_2',
            name: '桂花拿铁',
            selected: false,
            problem: 'sold_out',
            problemText: '暂时没货',
          },
        ],
      }),
    )
    .on('POST /api/member/quotes', () => ok(quote));
  open(<CartPage />);
  await reads('比放进来时便宜了 ¥2');
  await reads('暂时没货');
});

it('orders only what is selected', async () => {
  const shop = new Shop()
    .on(SHOW, () => ok({ items: [cartLine, { ...cartLine, skuId: 'sk_2', name: '桂花拿铁' }] }))
    .on('PUT /api/member/cart/selection', () => ({ status: 204 }))
    .on('POST /api/member/quotes', () => ok(quote));
  open(<CartPage />);
  (await screen.findByLabelText('选择桂花拿铁')).click();
  await reads('清空购物车');
  expect(shop.callsTo('PUT /api/member/cart/selection')[0]?.body).toEqual({
    brandId: 'br_1',
    skuIds: ['sk_2'],
    selected: false,
  });
});
