import { screen } from '@testing-library/react';
import HandOverPage from '@/packages/staff/hand-over/index';
import WorkbenchPage from '@/packages/staff/workbench/index';
import { me, paidOrder, redemption, workplace } from './fixtures';
import { lastSaid, open, reads, tap, tapTwiceAtOnce, type } from './open';
import Taro, { phone } from './shim/taro';
import { ok, refusal, Shop } from './shop';

function counter(): Shop {
  return new Shop().on('GET /api/member/me', () => ok({ ...me, staff: workplace }));
}

it('shows what the permissions allow', async () => {
  counter();
  open(<WorkbenchPage />);
  await reads('赵雅静 · 店员');
  await reads('核销取货码、兑换码');
  expect(screen.queryByText('今日门店')).toBeNull();
});

it('opens the member whose code was scanned', async () => {
  counter();
  phone.scan = 'L1JAHEN2V3Q7CWUS9QA984CREB3CK3F';
  open(<WorkbenchPage />);
  await tap('扫会员码');
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/packages/staff/member/index?code=L1JAHEN2V3Q7CWUS9QA984CREB3CK3F',
  });
});

it('lets others in by invitation only', async () => {
  let accepted = false;
  const shop = new Shop()
    .on('GET /api/member/me', () => ok({ ...me, staff: accepted ? workplace : null }))
    .on('POST /api/member/staff-invitations/acceptance', () => {
      accepted = true;
      return ok(workplace);
    });
  open(<WorkbenchPage />);
  await type('邀请码', ' INVITE22 ');
  await tap('接受邀请');
  await reads('赵雅静 · 店员');
  expect(shop.callsTo('POST /api/member/staff-invitations/acceptance')[0]?.body).toEqual({
    code: 'INVITE22',
  });
});

it('hands an order over once', async () => {
  const shop = counter()
    .on('GET /api/staff/pickups/ZR5T4KRC', () => ok(paidOrder))
    .on('POST /api/staff/pickups', () => ok({ ...paidOrder, status: 'completed' }));
  open(<HandOverPage />);
  await type('取货码或兑换码', 'zr5t 4krc');
  await tap('查一下');
  await reads('檐下拿铁 中杯');
  await tapTwiceAtOnce('确认交给客人');
  expect(shop.callsTo('POST /api/staff/pickups')).toHaveLength(1);
  expect(lastSaid()).toBe('已交给客人');
});

it('knows a redemption by the same field', async () => {
  const shop = counter()
    .on('GET /api/staff/redemptions/WRRL7RSAJX', () => ok({ ...redemption, memberName: '李望舒' }))
    .on('POST /api/staff/redemptions/collection', () =>
      ok({ ...redemption, memberName: '李望舒', status: 'collected' }),
    );
  open(<HandOverPage />, { code: 'WRRL7RSAJX' });
  await reads('李望舒');
  await tap('核销并交给客人');
  expect(shop.callsTo('POST /api/staff/redemptions/collection')).toHaveLength(1);
});

it('says when a code is nobody’s, and what another store refuses', async () => {
  counter();
  open(<HandOverPage />, { code: 'NOBODYS2' });
  await reads('没找到这个码');
});

it('tells a broken connection from an unknown code', async () => {
  counter().on('GET /api/staff/pickups/ZR5T4KRC', () => refusal('unavailable'));
  open(<HandOverPage />, { code: 'ZR5T4KRC' });
  await reads('服务正忙，请稍后再试。');
});
