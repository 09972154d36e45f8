import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { selfSignedCertificate } from './certificate.js';
import { integer, objectId, time } from './der.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const certificate = (): X509Certificate =>
  new X509Certificate(
    selfSignedCertificate({
      privateKey,
      commonName: '1900000001',
      organization: '老主顾演示商户',
      from: new Date('2026-11-22T00:00:00Z'),
      until: new Date('2051-01-01T00:00:00Z'),
    }),
  );

it('is one that node reads, signed by its own key', () => {
  const made = certificate();
  expect(made.subject).toBe('O=老主顾演示商户\nCN=1900000001');
  expect(made.verify(made.publicKey)).toBe(true);
  expect(made.checkPrivateKey(createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })))).toBe(
    true,
  );
  expect([made.validFrom, made.validTo]).toEqual(['Nov 22 00:00:00 2026 GMT', 'Jan  1 00:00:00 2051 GMT']);
});

it('has a serial number of 40 digits, another one each time', () => {
  const [one, other] = [certificate().serialNumber, certificate().serialNumber];
  expect(one).toMatch(/^[4-7][0-9A-F]{39}$/);
  expect(one).not.toBe(other);
});

describe('DER', () => {
  it('keeps whole numbers positive', () => {
    expect(integer(Buffer.from([0x80])).toString('hex')).toBe('02020080');
    expect(integer(Buffer.from([0x7f])).toString('hex')).toBe('02017f');
  });

  it('writes object ids as RSA’s is known', () => {
    expect(objectId('1.2.840.113549.1.1.11').toString('hex')).toBe('06092a864886f70d01010b');
  });

  it('changes its way of writing years in 2050', () => {
    expect(time(new Date('2049-12-31T23:59:59Z')).toString('latin1').slice(2)).toBe('491231235959Z');
    expect(time(new Date('2050-01-01T00:00:00Z')).toString('latin1').slice(2)).toBe('20500101000000Z');
  });
});
