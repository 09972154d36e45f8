import fc from 'fast-check';
import { Config } from '../config/index.js';
import { FieldCipher } from './field-cipher.js';
import { Signer } from './signer.js';

const configOf = (fill: number) =>
  Config.withoutEnvironment({ dataKey: Buffer.alloc(32, fill), sessionKey: Buffer.alloc(32, fill) });

describe('FieldCipher', () => {
  const cipher = new FieldCipher(configOf(1));

  it('opens what it sealed, and seals equal texts differently', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = cipher.seal(text);
        expect(cipher.open(sealed)).toBe(text);
        expect(cipher.seal(text)).not.toBe(sealed);
      }),
    );
  });

  it('opens nothing that was altered, cut or sealed with another key', () => {
    const sealed = cipher.seal('13800001234');
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(index) ^ 1, index);
      expect(() => cipher.open(`v1.${altered.toString('base64url')}`)).toThrow();
    }
    expect(() => cipher.open(sealed.slice(0, 20))).toThrow();
    expect(() => cipher.open('')).toThrow();
    expect(() => new FieldCipher(configOf(2)).open(sealed)).toThrow();
  });

  it('indexes equal texts alike, by kind and by key', () => {
    expect(cipher.index('phone', '13800001234')).toBe(cipher.index('phone', '13800001234'));
    expect(cipher.index('phone', '13800001234')).not.toBe(cipher.index('name', '13800001234'));
    expect(cipher.index('phone', '13800001234')).not.toBe(
      new FieldCipher(configOf(2)).index('phone', '13800001234'),
    );
    expect(cipher.index('phone', '13800001234')).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('Signer', () => {
  const signer = new Signer(configOf(1));

  it('knows its own signature, for its purpose and text only', () => {
    const signature = signer.sign('session', 'text');
    expect(signer.verify('session', 'text', signature)).toBe(true);
    expect(signer.verify('session', 'text ', signature)).toBe(false);
    expect(signer.verify('card code', 'text', signature)).toBe(false);
    expect(signer.verify('session', 'text', signature.slice(0, -1))).toBe(false);
    expect(signer.verify('session', 'text', '')).toBe(false);
    expect(new Signer(configOf(2)).verify('session', 'text', signature)).toBe(false);
  });
});
