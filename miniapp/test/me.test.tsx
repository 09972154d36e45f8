import CardPage from '@/pages/card/index';
import MePage from '@/pages/me/index';
import ErasurePage from '@/packages/member/erasure/index';
import ProfilePage from '@/packages/member/profile/index';
import { screen } from '@testing-library/react';
import { me } from './fixtures';
import { lastSaid, open, reads, tap, type } from './open';
import { phoneAnswer } from './shim/components';
import Taro from './shim/taro';
import { ok, Shop } from './shop';

const CODE = {
  code: 'LIVE',
  offlineCode: 'OFFLINE',
  expiresAt: '2099-01-01T00:00:00.000Z',
  refreshAfterSeconds: 30,
};

it('shows the card with its number and a code', async () => {
  new Shop().on('GET /api/member/card/code', () => ok(CODE));
  open(<CardPage />);
  await reads('5994 3586 8741');
  expect(await screen.findByAltText('二维码')).toBeTruthy();
});

it('names the card number when there is no code to be had', async () => {
  new Shop().on('GET /api/member/card/code', () => 'offline');
  open(<CardPage />);
  await reads('也可以把卡号报给店员。');
});

it('invites strangers to the card', async () => {
  new Shop({ joined: false });
  open(<CardPage />);
  await reads('还没有会员卡');
});

it('shows the workbench to staff only', async () => {
  new Shop();
  open(<MePage />);
  await reads('林小满');
  expect(screen.queryByText('门店工作台')).toBeNull();
});

it('saves what was changed', async () => {
  const shop = new Shop().on('PUT /api/member/me/profile', () => ok({ ...me, name: '林女士' }));
  open(<ProfilePage />);
  await type('怎么称呼', '林女士');
  await tap('保存');
  expect(shop.callsTo('PUT /api/member/me/profile')[0]?.body).toEqual({ name: '林女士' });
  expect(lastSaid()).toBe('记下了');
});

it('takes no for an answer when asking for the phone number', async () => {
  phoneAnswer.code = undefined;
  const shop = new Shop().on('GET /api/member/me', () => ok({ ...me, phoneMasked: null }));
  open(<ProfilePage />);
  await tap('留手机号');
  expect(lastSaid()).toContain('没关系');
  expect(shop.callsTo('POST /api/member/me/phone')).toHaveLength(0);
});

it('erases the account only for whoever types the sentence', async () => {
  const shop = new Shop().on('POST /api/member/me/erasure', () => ({ status: 204 }));
  open(<ErasurePage />);
  const button = (await screen.findAllByText('删除我的账户')).at(-1);
  expect(button).toHaveProperty('disabled', true);
  await type('确认', '删除我的账户');
  await tap('删除我的账户');
  expect(shop.callsTo('POST /api/member/me/erasure')[0]?.body).toEqual({ confirm: '删除我的账户' });
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' });
});
