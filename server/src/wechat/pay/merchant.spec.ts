import { X509Certificate } from 'node:crypto';
import { Formatter, Rsa } from 'wechatpay-axios-plugin';
import { MERCHANT, MERCHANT_SERIAL } from '../../../test/wechat/pay-peer.js';
import { messageVectors, rsaVectors, vector } from '../../../test/wechat/vectors.js';
import { TestClock } from '../../platform/clock/index.js';
import { Merchant, payMessage } from './merchant.js';

const clock = new TestClock();
const goMerchant = {
  ...MERCHANT,
  certificate: vector(rsaVectors.verify, 'go-verify-platform-certificate').certificatePem ?? '',
  privateKey: vector(rsaVectors.sign, 'go-signer-source').privateKeyPem,
};

describe('published request signatures', () => {
  it.each([
    { id: 'go-signer-source', merchant: goMerchant },
    { id: 'java-signer-roundtrip-key', merchant: MERCHANT },
  ])('signs $id as expected', ({ id, merchant }) => {
    const { message, expectedSignatureBase64 } = vector(rsaVectors.sign, id);
    expect(new Merchant(merchant, clock).sha256WithRsa(message)).toBe(expectedSignatureBase64);
  });

  it.each(messageVectors.requestMessages)('signs the message of $id', (given) => {
    const merchant = new Merchant(MERCHANT, clock);
    const { method, nonce, timestamp, canonicalUrl, body } = given;
    const signature = merchant.getSignature(method, nonce, timestamp, canonicalUrl, body);
    const publicKey = Rsa.from(MERCHANT.certificate, Rsa.KEY_TYPE_PUBLIC);
    expect(Rsa.verify(given.expected, signature, publicKey)).toBe(true);
  });

  it.each(messageVectors.authorizationHeader)('lays the header out as $id', (given) => {
    class NamedMerchant extends Merchant {
      constructor() {
        super({ ...MERCHANT, mchId: given.mchid }, clock);
        this.serial_no = given.serialNo;
      }
    }
    expect(new NamedMerchant().getAuthorization(given.nonce, given.timestamp, given.signature)).toBe(
      given.expected,
    );
  });

  it.each(messageVectors.paySign)('builds the pay message of $id', (given) => {
    expect(payMessage(given.appId, given.timeStamp, given.nonceStr, given.package)).toBe(
      given.expectedMessage,
    );
  });
});

describe('Merchant', () => {
  it('signs payment parameters that the peer accepts, by its own clock and a nonce of 128 random bits', () => {
    const merchant = new Merchant(MERCHANT, clock);
    const first = merchant.paymentParameters('wx20');
    const { timeStamp, nonceStr } = first;
    expect(first).toMatchObject({ package: 'prepay_id=wx20', signType: 'RSA', timeStamp: '1780286400' });
    expect(nonceStr).toMatch(/^[0-9A-F]{32}$/);
    expect(merchant.paymentParameters('wx20').nonceStr).not.toBe(nonceStr);
    const message = Formatter.joinedByLineFeed(MERCHANT.appId, timeStamp, nonceStr, first.package);
    expect(Rsa.verify(message, first.paySign, Rsa.from(MERCHANT.certificate, Rsa.KEY_TYPE_PUBLIC))).toBe(
      true,
    );
  });

  it('names the serial as the certificate does', () => {
    expect(new Merchant(MERCHANT, clock).getAuthorization('n', '1', 's')).toContain(
      `serial_no="${MERCHANT_SERIAL}"`,
    );
    expect(new X509Certificate(MERCHANT.certificate).serialNumber).toBe(MERCHANT_SERIAL);
  });

  it('refuses a private key that is not of the certificate', () => {
    expect(() => new Merchant({ ...MERCHANT, privateKey: goMerchant.privateKey }, clock)).toThrow(
      'belong together',
    );
  });
});
