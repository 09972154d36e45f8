import { openDataVectors, vector } from '../../../test/wechat/vectors.js';
import { isRawDataGenuine, openData } from './open-data.js';

describe('published open data', () => {
  it.each(openDataVectors.decrypt)('opens $id', (given) => {
    // The second sample masks its app id, inside and out.
    const text = openData(given, given.appId ?? 'wxc****17e87e0e0a7');
    if (given.plaintext) {
      expect(text).toBe(given.plaintext);
    }
    expect(JSON.parse(text)).toHaveProperty('watermark.appid');
  });

  it.each(openDataVectors.rawDataSignature)(
    'accepts the signature of $id',
    ({ rawData, signature, sessionKey }) => {
      expect(isRawDataGenuine(rawData, signature, sessionKey)).toBe(true);
      expect(isRawDataGenuine(`${rawData} `, signature, sessionKey)).toBe(false);
      expect(isRawDataGenuine(rawData, signature.slice(2), sessionKey)).toBe(false);
    },
  );
});

describe('openData', () => {
  const given = vector(openDataVectors.decrypt, 'official-userinfo-sample');

  it("refuses another app's data", () => {
    expect(() => openData(given, 'wx0000000000000000')).toThrow('another app');
  });

  it('refuses data under another session key', () => {
    expect(() => openData({ ...given, sessionKey: 'HyVFkGl5F5OQWJZZaNzBBg==' }, given.appId ?? '')).toThrow();
  });
});
