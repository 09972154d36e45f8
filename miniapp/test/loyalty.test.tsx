import { screen } from '@testing-library/react';
import CheckInPage from '@/packages/loyalty/check-in/index';
import PointsPage from '@/packages/loyalty/points/index';
import RewardsPage from '@/packages/loyalty/rewards/index';
import { checkIn, redemption, reward } from './fixtures';
import { open, reads, tap, tapTwiceAtOnce } from './open';
import Taro, { phone } from './shim/taro';
import { ok, page, refusal, Shop } from './shop';

describe('checking in', () => {
  const MAKE = 'POST /api/member/check-ins';

  function counter(): Shop {
    const shop = new Shop()
      .on('GET /api/member/check-ins', () => page([]))
      .on(MAKE, () => ({ status: 201, body: checkIn }));
    phone.scan = 'YNKQ438V2U';
    return shop;
  }

  it('works without a location', async () => {
    const shop = counter();
    open(<CheckInPage />);
    await tap('打开位置，帮店里确认你到了');
    await tap('扫签到码');
    await reads('签到成功，得 5 积分');
    expect(shop.callsTo(MAKE)[0]?.body).toEqual({ storeCode: 'YNKQ438V2U' });
  });

  it('says where it is when the customer has allowed it', async () => {
    const shop = counter();
    phone.location = { latitude: 31.2, longitude: 121.4 };
    open(<CheckInPage />);
    await reads('扫签到码');
    await tap('扫签到码');
    await reads('签到成功，得 5 积分');
    expect(shop.callsTo(MAKE)[0]?.body).toEqual({ storeCode: 'YNKQ438V2U', lat: 31.2, lng: 121.4 });
  });

  it('says why it was refused', async () => {
    counter().on(MAKE, () => refusal('too_far_from_store'));
    open(<CheckInPage />);
    await tap('扫签到码');
    await reads('你离门店还有点远，请到店后再签到。');
  });

  it('does nothing when the scanner is closed', async () => {
    const shop = counter();
    phone.scan = undefined;
    open(<CheckInPage />);
    await tap('扫签到码');
    expect(shop.callsTo(MAKE)).toHaveLength(0);
  });

  it('follows a poster’s code to the door', async () => {
    counter();
    phone.scan = 'pages/join/index?scene=yGb8k552GR';
    open(<CheckInPage />);
    await tap('扫签到码');
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/join/index?scene=yGb8k552GR' });
  });
});

describe('the shelf', () => {
  const REDEEM = 'POST /api/member/redemptions';

  it('redeems once however fast it is tapped', async () => {
    const shop = new Shop()
      .on('GET /api/member/rewards', () => ok({ items: [reward] }))
      .on(REDEEM, () => ({ status: 201, body: redemption }));
    open(<RewardsPage />);
    await tap('海盐可颂一只');
    await tapTwiceAtOnce('用 140 积分换它');
    await reads('WRRL7RSAJX');
    expect(shop.callsTo(REDEEM)).toHaveLength(1);
    expect(shop.callsTo(REDEEM)[0]?.headers['Idempotency-Key']).toMatch(/^[\w-]{8,64}$/);
  });

  it('says what is missing', async () => {
    new Shop().on('GET /api/member/rewards', () =>
      ok({ items: [{ ...reward, redeemable: false, reason: '还差 40 积分' }] }),
    );
    open(<RewardsPage />);
    await tap('海盐可颂一只');
    expect((await screen.findAllByText('还差 40 积分')).at(-1)).toHaveProperty('disabled', true);
  });

  it('shows strangers a reason to join', async () => {
    new Shop({ joined: false }).on('GET /api/member/rewards', () =>
      ok({ items: [{ ...reward, redeemable: false, reason: '入会后可兑' }] }),
    );
    open(<RewardsPage />);
    await reads('积分能换这些');
    await tap('海盐可颂一只');
    await tap('免费入会，开始攒积分');
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/join/index?brandId=br_1&back=yes' });
  });

  it('says so when it is empty', async () => {
    new Shop().on('GET /api/member/rewards', () => ok({ items: [] }));
    open(<RewardsPage />);
    await reads('礼品架还空着');
  });
});

describe('the statement', () => {
  it('tells debts honestly', async () => {
    new Shop()
      .on('GET /api/member/points', () => ok({ available: 0, pending: 0, debt: 40 }))
      .on('GET /api/member/points/entries', () =>
        page([
          {
            id: 'en_1',
            amount: -40,
            balanceAfter: -40,
            cause: 'order.refunded',
            text: '退款收回积分',
            at: checkIn.at,
          },
        ]),
      );
    open(<PointsPage />);
    await reads(/还欠 40 积分/);
    await reads('-40');
  });

  it('begins with the next visit', async () => {
    new Shop()
      .on('GET /api/member/points', () => ok({ available: 0, pending: 0, debt: 0 }))
      .on('GET /api/member/points/entries', () => page([]));
    open(<PointsPage />);
    await reads('还没有积分记录');
  });
});
