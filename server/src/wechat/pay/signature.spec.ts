import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { notifyVectors, messageVectors, rsaVectors, vector } from '../../../test/wechat/vectors.js';
import { PUBLIC_KEY_ID, signatureHeaders, TRUSTED } from '../../../test/wechat/pay-peer.js';
import { Serials } from './serials.js';
import { isSignedBy, signatureDefect, signedMessage } from './signature.js';

const NOW = new Date('2026-06-01T04:00:00.000Z');
const BODY = '{"prepay_id":"wx20"}';

describe('published signatures', () => {
  it.each(rsaVectors.verify)(
    '$id verifies as $valid',
    ({ certificatePem, publicKeyPem, message, ...given }) => {
      const key = certificatePem
        ? new X509Certificate(certificatePem).publicKey
        : createPublicKey(publicKeyPem ?? '');
      expect(isSignedBy(key, Buffer.from(message), given.signatureBase64)).toBe(given.valid);
    },
  );

  it.each(messageVectors.responseMessages)(
    'builds the message of $id',
    ({ timestamp, nonce, body, expected }) => {
      expect(signedMessage(timestamp, nonce, Buffer.from(body)).toString()).toBe(expected);
    },
  );
});

describe('the keys we trust', () => {
  it.each(rsaVectors.verify.filter((given) => given.certificatePem))(
    'finds the platform certificate of $id by its serial',
    ({ certificatePem = '', serial }) => {
      const { validFrom } = new X509Certificate(certificatePem);
      const serials = new Serials({ platformCertificates: certificatePem });
      expect(serials.keyOf(serial, new Date(validFrom))).toBeDefined();
      expect(serials.keyOf(`${serial}0`, new Date(validFrom))).toBeUndefined();
    },
  );

  it('reads several certificates from one text, beside the public key', () => {
    const first = vector(rsaVectors.verify, 'go-verify-platform-certificate');
    const second = vector(notifyVectors, 'go-payscore-notify');
    const serials = new Serials({
      ...TRUSTED,
      platformCertificates: `${first.certificatePem}\n${second.platformCertificatePem}`,
    });
    for (const serial of [first.serial, 'D7CE59D1F522D701', PUBLIC_KEY_ID]) {
      expect(serials.keyOf(serial, NOW)).toBeDefined();
    }
  });

  it('stops trusting a certificate after its end', () => {
    const { certificatePem = '', serial } = vector(rsaVectors.verify, 'go-verify-platform-certificate');
    const serials = new Serials({ platformCertificates: certificatePem });
    expect(serials.keyOf(serial, new Date('2031-04-24T00:00:00Z'))).toBeDefined();
    expect(serials.keyOf(serial, new Date('2031-04-26T00:00:00Z'))).toBeUndefined();
    expect(serials.keyOf(serial, new Date('2021-04-26T00:00:00Z'))).toBeUndefined();
  });

  it('refuses to run without any key', () => {
    expect(() => new Serials({})).toThrow('public key');
    expect(() => new Serials({ platformCertificates: 'nothing here' })).toThrow('public key');
  });
});

describe('signatureDefect', () => {
  const serials = new Serials(TRUSTED);
  const defectOf = (headers: Record<string, string>, body = BODY, now = NOW) =>
    signatureDefect((name) => headers[name], Buffer.from(body), serials, now);

  it('finds nothing wrong with what the peer signs', () => {
    expect(defectOf(signatureHeaders(BODY, NOW))).toBeUndefined();
    expect(defectOf(signatureHeaders('', NOW), '')).toBeUndefined();
  });

  it('refuses an altered body, down to one byte', () => {
    expect(defectOf(signatureHeaders(BODY, NOW), `${BODY} `)).toBe('wrong_signature');
  });

  it.each(['wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-serial', 'wechatpay-signature'])(
    'refuses when %s is missing',
    (name) => {
      expect(defectOf({ ...signatureHeaders(BODY, NOW), [name]: '' })).toBe('header_missing');
    },
  );

  it('accepts exactly five minutes of difference, either way', () => {
    const headers = signatureHeaders(BODY, NOW);
    const after = (ms: number) => defectOf(headers, BODY, new Date(NOW.getTime() + ms));
    expect(after(300_000)).toBeUndefined();
    expect(after(300_001)).toBe('out_of_time');
    expect(after(-300_000)).toBeUndefined();
    expect(after(-300_001)).toBe('out_of_time');
  });

  it.each(['', '-1', '1e9', 'NaN', '99999999999999999999', '1780286400.5'])(
    'refuses the timestamp "%s"',
    (text) => {
      expect(defectOf({ ...signatureHeaders(BODY, NOW), 'wechatpay-timestamp': text })).toMatch(
        /out_of_time|header_missing/,
      );
    },
  );

  it("refuses WeChat's own probe", () => {
    const headers = signatureHeaders(BODY, NOW);
    expect(
      defectOf({ ...headers, 'wechatpay-signature': `WECHATPAY/SIGNTEST/${headers['wechatpay-signature']}` }),
    ).toBe('probe');
  });

  it('refuses an unknown serial, an unknown type and an empty signature', () => {
    const headers = signatureHeaders(BODY, NOW);
    expect(defectOf({ ...headers, 'wechatpay-serial': 'PUB_KEY_ID_1' })).toBe('unknown_serial');
    expect(defectOf({ ...headers, 'wechatpay-serial': '__proto__' })).toBe('unknown_serial');
    expect(defectOf({ ...headers, 'wechatpay-signature-type': 'WECHATPAY2-SM2-WITH-SM3' })).toBe(
      'unknown_type',
    );
    expect(defectOf({ ...headers, 'wechatpay-signature': '%%%' })).toBe('wrong_signature');
  });

  it('refuses a signature of somebody else', () => {
    const { privateKeyPem } = vector(rsaVectors.sign, 'go-signer-source');
    expect(defectOf(signatureHeaders(BODY, NOW, createPrivateKey(privateKeyPem)))).toBe('wrong_signature');
  });
});
