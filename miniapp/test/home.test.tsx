import { screen } from '@testing-library/react';
import HomePage from '@/pages/home/index';
import Taro from './shim/taro';
import { open, reads, tap } from './open';
import { Shop } from './shop';

it('shows the shape of what is coming while it loads', () => {
  new Shop().on('GET /api/member/brands', () => 'never');
  open(<HomePage />);
  expect(screen.getByLabelText('正在加载')).toBeTruthy();
});

it('says that there is no network, and comes back by a tap', async () => {
  let online = false;
  const shop = new Shop();
  const brands = { status: 200, body: { items: [(await import('./fixtures')).brand] } };
  shop.on('GET /api/member/brands', () => (online ? brands : 'offline'));
  open(<HomePage />);
  await reads(/网络连不上/);
  online = true;
  await tap('再试一次');
  await reads('进来坐坐。');
});

it('greets a stranger and offers the card, with three calls', async () => {
  const shop = new Shop({ joined: false });
  open(<HomePage />);
  await reads('进来坐坐。');
  await reads('湖南路店');
  await tap('领会员卡');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/join/index?brandId=br_1' });
  expect(shop.calls.length).toBeLessThanOrEqual(3);
});

it('lets a stranger look around even when signing in fails', async () => {
  new Shop().on('POST /api/member/session', () => 'offline');
  open(<HomePage />);
  await reads('湖南路店');
  await reads('领会员卡');
});

it('shows a member where they stand', async () => {
  new Shop();
  open(<HomePage />);
  await reads('邻居');
  await reads('1,128');
});
