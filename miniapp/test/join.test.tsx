import JoinPage from '@/pages/join/index';
import { card, liveCode, store } from './fixtures';
import { lastSaid, open, reads, tap, tapTwiceAtOnce } from './open';
import { phoneAnswer } from './shim/components';
import Taro from './shim/taro';
import { ok, refusal, Shop } from './shop';

const JOIN = 'POST /api/member/memberships';
const CONSENT = /我同意服务约定/;
const WITHOUT_PHONE = '暂不留手机号，直接入会';

function door(): Shop {
  let joined = false;
  return new Shop({ joined: false })
    .on('GET /api/member/live-codes/yGb8k552GR', () => ok(liveCode))
    .on('GET /api/member/me', () => ok({ memberId: joined ? 'me_1' : null, memberships: [], staff: null }))
    .on(JOIN, () => {
      joined = true;
      return { status: 201, body: card };
    });
}

beforeEach(() => {
  phoneAnswer.code = 'a-phone-code';
});

it('tells what joining brings, at which store', async () => {
  door();
  open(<JoinPage />, { scene: encodeURIComponent('yGb8k552GR') });
  await reads('入会送一杯燕麦拿铁。');
  await reads('晴檐咖啡 · 湖南路店');
});

it('asks for consent first, ticked by nobody but the customer', async () => {
  const shop = door();
  open(<JoinPage />, { scene: 'yGb8k552GR' });
  await tap(WITHOUT_PHONE);
  expect(lastSaid()).toContain('勾选');
  expect(shop.callsTo(JOIN)).toHaveLength(0);
});

it('makes a member without a phone number', async () => {
  const shop = door();
  open(<JoinPage />, { scene: 'yGb8k552GR' });
  await tap(CONSENT);
  await tap(WITHOUT_PHONE);
  expect(shop.callsTo(JOIN)[0]?.body).toEqual({
    brandId: 'br_1',
    liveCode: 'yGb8k552GR',
    consents: [
      { purpose: 'service', given: true },
      { purpose: 'marketing', given: false },
    ],
  });
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/card/index' });
});

it('takes the phone number along when it is given', async () => {
  const shop = door();
  open(<JoinPage />, { scene: 'yGb8k552GR' });
  await tap(CONSENT);
  await tap('用手机号入会');
  expect(shop.callsTo(JOIN)[0]?.body).toMatchObject({ phoneCode: 'a-phone-code' });
});

it('goes on kindly when the phone number is refused', async () => {
  phoneAnswer.code = undefined;
  const shop = door();
  open(<JoinPage />, { scene: 'yGb8k552GR' });
  await tap(CONSENT);
  await tap('用手机号入会');
  expect(shop.callsTo(JOIN)).toHaveLength(0);
  expect(lastSaid()).toContain('没关系');
  await tap(WITHOUT_PHONE);
  expect(shop.callsTo(JOIN)).toHaveLength(1);
});

it('joins once however fast the button is tapped', async () => {
  const shop = door();
  open(<JoinPage />, { scene: 'yGb8k552GR' });
  await tap(CONSENT);
  await tapTwiceAtOnce(WITHOUT_PHONE);
  expect(shop.callsTo(JOIN)).toHaveLength(1);
});

it('says why joining failed and lets the customer try again', async () => {
  const shop = door().on(JOIN, () => refusal('phone_taken'));
  open(<JoinPage />, { scene: 'yGb8k552GR' });
  await tap(CONSENT);
  await tap('用手机号入会');
  expect(lastSaid()).toContain('已经绑定了另一个会员账户');
  await tap(WITHOUT_PHONE);
  expect(shop.callsTo(JOIN)).toHaveLength(2);
});

it('still leads into the shop when the code was taken down', async () => {
  door().on('GET /api/member/live-codes/yGb8k552GR', () => refusal('live_code_paused'));
  open(<JoinPage />, { scene: 'yGb8k552GR' });
  await reads(/已经停用/);
  await tap('先去首页看看');
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' });
});

it('greets whoever is a member already', async () => {
  new Shop().on('GET /api/member/live-codes/yGb8k552GR', () =>
    ok({ ...liveCode, store: { ...store, name: '安福路店' } }),
  );
  open(<JoinPage />, { scene: 'yGb8k552GR' });
  await reads('欢迎回来');
});
