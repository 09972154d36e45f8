import { Aes } from 'wechatpay-axios-plugin';
import { gcmVectors } from '../../../test/wechat/vectors.js';
import { openAead, ResourceCipher } from './resource-cipher.js';

const KEY = 'a7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb';

describe('published resources', () => {
  it.each(gcmVectors.filter((given) => given.valid))('opens $id', (given) => {
    const sealed = { ...given, ciphertext: given.ciphertextBase64 };
    expect(openAead(Buffer.from(given.apiV3Key), sealed)).toBe(given.plaintext);
  });

  it.each(gcmVectors.filter((given) => !given.valid))('refuses $id', (given) => {
    const sealed = { ...given, ciphertext: given.ciphertextBase64 };
    expect(() => openAead(Buffer.from(given.apiV3Key), sealed)).toThrow();
  });
});

describe('ResourceCipher', () => {
  it.each(['testAPIv3Key0000', `${KEY}x`, KEY.slice(1), '', '三十二个字节的密钥必须是可见字符'])(
    'refuses the key "%s": an APIv3 key has 32 bytes',
    (key) => {
      expect(() => new ResourceCipher(key)).toThrow('32 bytes');
    },
  );

  it('opens what the peer seals, and nothing with a single bit flipped', () => {
    const nonce = 'abcdefghijkl';
    const ciphertext = Aes.AesGcm.encrypt('{"a":1}', KEY, nonce, 'transaction');
    const cipher = new ResourceCipher(KEY);
    expect(cipher.open({ nonce, associatedData: 'transaction', ciphertext })).toBe('{"a":1}');

    const bytes = Buffer.from(ciphertext, 'base64');
    for (let index = 0; index < bytes.length; index += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(index) ^ 1, index);
      expect(() =>
        cipher.open({ nonce, associatedData: 'transaction', ciphertext: altered.toString('base64') }),
      ).toThrow();
    }
  });

  it.each(['', 'AAAA', 'AAAAAAAAAAAAAAAAAAAA'])(
    'refuses the ciphertext "%s", too short for a tag',
    (ciphertext) => {
      const cipher = new ResourceCipher(KEY);
      expect(() => cipher.open({ nonce: 'abcdefghijkl', associatedData: '', ciphertext })).toThrow();
    },
  );

  it('refuses a nonce of another length', () => {
    const cipher = new ResourceCipher(KEY);
    const ciphertext = Buffer.alloc(32).toString('base64');
    expect(() => cipher.open({ nonce: 'short', associatedData: '', ciphertext })).toThrow('Not an encrypted');
  });
});
