import { cryptVectors, vector } from '../../../test/wechat/vectors.js';
import { MessageCrypt } from './message-crypt.js';

/** For cases that only sign. */
const ANY_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';

function cryptOf(given: { token: string; encodingAESKey?: string; receiveId?: string }): MessageCrypt {
  const { token, encodingAESKey = ANY_KEY, receiveId = 'wx1' } = given;
  return new MessageCrypt({ token, encodingAesKey: encodingAESKey, receiveId });
}

describe('published messages', () => {
  it.each(cryptVectors.decrypt)('opens $id', (given) => {
    const text = cryptOf(given).open(given);
    if (given.plaintextJson) {
      expect(JSON.parse(text)).toEqual(given.plaintextJson);
    } else {
      expect(text).toBe(given.plaintext);
    }
  });

  it.each(cryptVectors.encrypt)('seals $id to the byte', (given) => {
    const random = Buffer.from(given.random16);
    expect(cryptOf(given).seal(given.message, '1', '2', random).encrypt).toBe(given.expectedEncrypt);
  });

  it.each(cryptVectors.signatureOnly)('accepts the signature of $id', (given) => {
    // The key behind this message is not published, so opening must get past the signature and fail after it.
    expect(() => cryptOf(given).open(given)).toThrow(/^(?!.*signature)/);
    expect(() =>
      cryptOf(given).open({ ...given, msgSignature: given.msgSignature.replace(/^./, 'x') }),
    ).toThrow('signature');
  });

  it.each(cryptVectors.urlCheckSignature)('accepts the address check of $id', (given) => {
    expect(cryptOf(given).isGenuine(given.signature, given.timestamp, given.nonce)).toBe(true);
    expect(cryptOf(given).isGenuine(given.signature, given.timestamp, `${given.nonce}0`)).toBe(false);
    expect(cryptOf(given).isGenuine('', given.timestamp, given.nonce)).toBe(false);
  });
});

describe('MessageCrypt', () => {
  const given = vector(cryptVectors.decrypt, 'wecom-official-message');
  const crypt = cryptOf(given);

  it('opens what it seals, of every length around a block', () => {
    for (let length = 0; length < 70; length += 1) {
      const message = '会'.repeat(length);
      expect(crypt.open(crypt.seal(message, '1700000000', 'n'))).toBe(message);
    }
  });

  it('refuses a message meant for another app', () => {
    expect(() => cryptOf({ ...given, receiveId: 'wx0000000000000000' }).open(given)).toThrow('somebody else');
  });

  it('refuses altered text, time and nonce by the signature', () => {
    for (const altered of [
      { ...given, encrypt: given.encrypt.replace('R', 'S') },
      { ...given, timestamp: '1409659814' },
      { ...given, nonce: '0' },
      { ...given, msgSignature: '' },
    ]) {
      expect(() => crypt.open(altered)).toThrow('signature');
    }
  });

  it('refuses a key of another length', () => {
    expect(() => cryptOf({ token: 't', encodingAESKey: 'short' })).toThrow('43 characters');
  });

  it('refuses padding and lengths that lie, even when rightly signed', () => {
    const other = cryptOf({ ...given, encodingAESKey: ANY_KEY });
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const sealed = other.seal('hello', '1', String(attempt));
      expect(() => crypt.open(sealed)).toThrow(/padding|cut off|somebody else/);
    }
  });
});
