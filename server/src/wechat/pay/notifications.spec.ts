import {
  API_V3_KEY,
  MERCHANT,
  notificationBody,
  signatureHeaders,
  TRUSTED,
} from '../../../test/wechat/pay-peer.js';
import { type NotifyVector, notifyVectors, vector } from '../../../test/wechat/vectors.js';
import { TestClock } from '../../platform/clock/index.js';
import { PayNotifications } from './notifications.js';
import { openAead } from './resource-cipher.js';

const NOW = new Date('2026-06-01T04:00:00.000Z');

const TRANSACTION = {
  appid: MERCHANT.appId,
  mchid: MERCHANT.mchId,
  out_trade_no: 'T20260601000001',
  transaction_id: '4200001234202606011234567890',
  trade_type: 'JSAPI',
  trade_state: 'SUCCESS',
  trade_state_desc: '支付成功',
  bank_type: 'OTHERS',
  success_time: '2026-06-01T11:59:58+08:00',
  payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
  amount: { total: 1250, payer_total: 1250, currency: 'CNY', payer_currency: 'CNY' },
};

function readerOf(given: NotifyVector): PayNotifications {
  return new PayNotifications(
    {
      apiV3Key: given.apiV3Key,
      trusted: {
        platformCertificates: given.platformCertificatePem,
        publicKey: given.publicKeyPem
          ? { id: given.headers['Wechatpay-Serial'] ?? '', pem: given.publicKeyPem }
          : undefined,
      },
    },
    new TestClock(new Date(given.clock * 1000)),
  );
}

/** As node hands headers over. */
function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

describe('published notifications', () => {
  const withRealKey = notifyVectors.filter((given) => given.apiV3Key.length === 32);

  it.each(withRealKey)('opens $id', (given) => {
    const reading = readerOf(given).read(lowerCase(given.headers), Buffer.from(given.rawBody));
    const plaintext = JSON.parse(given.expectedPlaintext) as { out_trade_no: string };
    const subject = { outTradeNo: plaintext.out_trade_no };
    expect(reading).toMatchObject({
      outcome: 'opened',
      notification: given.id.includes('refund') ? { refund: subject } : { transaction: subject },
    });
  });

  it.each(withRealKey)('refuses $id with one blank more', (given) => {
    const altered = given.rawBody.replace('"summary":"', '"summary":" ');
    expect(readerOf(given).read(lowerCase(given.headers), Buffer.from(altered))).toEqual({
      outcome: 'unverified',
      defect: 'wrong_signature',
    });
  });

  it.each(notifyVectors)('the resource of $id opens to the expected text', (given) => {
    const { resource } = JSON.parse(given.rawBody) as {
      resource: { nonce: string; associated_data: string; ciphertext: string };
    };
    const sealed = { ...resource, associatedData: resource.associated_data };
    expect(openAead(Buffer.from(given.apiV3Key), sealed)).toBe(given.expectedPlaintext);
  });

  it('refuses the 16-byte key of the Go notification at the real entrance', () => {
    const given = vector(notifyVectors, 'go-payscore-notify');
    expect(() => readerOf(given).onModuleInit()).toThrow('32 bytes');
  });

  it('finds the Go notification genuine but about nothing of ours', () => {
    const given = vector(notifyVectors, 'go-payscore-notify');
    const reader = readerOf({ ...given, apiV3Key: API_V3_KEY });
    expect(reader.read(lowerCase(given.headers), Buffer.from(given.rawBody))).toEqual({
      outcome: 'unsupported',
      id: '3119dfba-e649-5eec-ab1e-3412bc4d2e17',
      eventType: 'PAYSCORE.USER_OPEN_SERVICE',
      originalType: 'payscore',
    });
  });
});

describe('PayNotifications', () => {
  const reader = new PayNotifications({ trusted: TRUSTED, apiV3Key: API_V3_KEY }, new TestClock(NOW));
  const read = (body: string, at = NOW) => reader.read(signatureHeaders(body, at), Buffer.from(body));

  it('reads a payment', () => {
    expect(read(notificationBody('TRANSACTION.SUCCESS', 'transaction', TRANSACTION, { id: 'EV-1' }))).toEqual(
      {
        outcome: 'opened',
        notification: {
          kind: 'transaction',
          id: 'EV-1',
          eventType: 'TRANSACTION.SUCCESS',
          originalType: 'transaction',
          transaction: {
            appId: MERCHANT.appId,
            mchId: MERCHANT.mchId,
            outTradeNo: 'T20260601000001',
            transactionId: '4200001234202606011234567890',
            tradeType: 'JSAPI',
            tradeState: 'SUCCESS',
            totalFen: 1250,
            currency: 'CNY',
            payerOpenid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
            attach: null,
            paidAt: new Date('2026-06-01T03:59:58.000Z'),
          },
        },
      },
    );
  });

  it.each(['SUCCESS', 'ABNORMAL', 'CLOSED'])('reads a refund that ended as %s', (status) => {
    const refund = {
      mchid: MERCHANT.mchId,
      out_trade_no: 'T20260601000001',
      transaction_id: '4200001234202606011234567890',
      out_refund_no: 'R1',
      refund_id: '503',
      refund_status: status,
      ...(status === 'SUCCESS' && { success_time: '2026-06-01T12:00:00+08:00' }),
      user_received_account: '支付用户零钱',
      amount: { total: 1250, refund: 1250, payer_total: 1250, payer_refund: 1250 },
    };
    expect(read(notificationBody(`REFUND.${status}`, 'refund', refund))).toMatchObject({
      outcome: 'opened',
      notification: {
        kind: 'refund',
        mchId: MERCHANT.mchId,
        refund: { status, refundFen: 1250, outRefundNo: 'R1' },
      },
    });
  });

  it('refuses one that is older than five minutes', () => {
    const body = notificationBody('TRANSACTION.SUCCESS', 'transaction', TRANSACTION);
    expect(read(body, new Date(NOW.getTime() - 301_000))).toEqual({
      outcome: 'unverified',
      defect: 'out_of_time',
    });
  });

  it('refuses a header that came twice', () => {
    const body = notificationBody('TRANSACTION.SUCCESS', 'transaction', TRANSACTION);
    const headers = { ...signatureHeaders(body, NOW), 'wechatpay-nonce': ['a', 'b'] };
    expect(reader.read(headers as never, Buffer.from(body))).toEqual({
      outcome: 'unverified',
      defect: 'header_missing',
    });
  });

  it('tells shared profits from payments though they bear the same event', () => {
    expect(read(notificationBody('TRANSACTION.SUCCESS', 'profitsharing', {}))).toMatchObject({
      outcome: 'unsupported',
      originalType: 'profitsharing',
    });
    expect(read(notificationBody('MCHTRANSFER.BILL.FINISHED', 'mch_payment', {}))).toMatchObject({
      outcome: 'unsupported',
    });
  });

  it('keeps the number of one that was encrypted with another key', () => {
    const body = notificationBody('TRANSACTION.SUCCESS', 'transaction', TRANSACTION, {
      id: 'EV-2',
      apiV3Key: 'b302fd4719dd26523d555e6fe392b91a',
    });
    expect(read(body)).toMatchObject({ outcome: 'unreadable', id: 'EV-2' });
  });

  it.each([
    ['not JSON', 'hello'],
    ['an array', '[]'],
    ['null', 'null'],
    ['no resource', '{"id":"EV-3","event_type":"TRANSACTION.SUCCESS"}'],
    ['nothing', ''],
  ])('never throws: %s is unreadable', (_what, body) => {
    expect(read(body)).toMatchObject({ outcome: 'unreadable' });
  });

  it('reads again what was kept, whatever its age', () => {
    const body = notificationBody('TRANSACTION.SUCCESS', 'transaction', TRANSACTION);
    const later = new TestClock(new Date(NOW.getTime() + 86_400_000));
    const kept = new PayNotifications({ trusted: TRUSTED, apiV3Key: API_V3_KEY }, later);
    expect(kept.readKept(Buffer.from(body))).toMatchObject({ outcome: 'opened' });
  });

  it.each([
    ['no order number', { ...TRANSACTION, out_trade_no: undefined }],
    ['an unknown state', { ...TRANSACTION, trade_state: 'FREE' }],
    ['an amount of text', { ...TRANSACTION, amount: { total: '1250', currency: 'CNY' } }],
    ['half a fen', { ...TRANSACTION, amount: { total: 0.5, currency: 'CNY' } }],
    ['a time that is none', { ...TRANSACTION, success_time: 'yesterday' }],
  ])('does not understand a payment with %s', (_what, resource) => {
    expect(read(notificationBody('TRANSACTION.SUCCESS', 'transaction', resource))).toMatchObject({
      outcome: 'unreadable',
    });
  });
});
