import { liveCodeOf, readScanned } from './scanned';

describe('a scanned code', () => {
  it.each([
    ['a printed mini-program code', 'pages/join/index?scene=yGb8k552GR'],
    ['one whose scene is encoded', 'pages/join/index?scene=%79Gb8k552GR'],
    ['the same page in a browser', 'http://127.0.0.1:8081/pages/join/index?scene=yGb8k552GR#top'],
    [
      'an ordinary link around it',
      `https://shop.example.com/go?q=${encodeURIComponent('https://shop.example.com/pages/join/index?scene=yGb8k552GR')}`,
    ],
  ])('%s leads to the door', (_name, raw) => {
    expect(readScanned(raw)).toEqual({ kind: 'join', code: 'yGb8k552GR' });
  });

  it.each(['YNKQ438V2U', ' L1JAHEN2V3Q7CWUS9QA984CREB3CK3F ', 'https://example.com/?a=1', '100%'])(
    '%p is text for whoever asked',
    (raw) => {
      expect(readScanned(raw)).toEqual({ kind: 'text', text: raw.trim() });
    },
  );
});

describe('the code a page was opened with', () => {
  it.each([
    [{ scene: 'yGb8k552GR' }, 'yGb8k552GR'],
    [{ q: 'https://shop.example.com/c/yGb8k552GR' }, 'yGb8k552GR'],
    [{ q: 'https://shop.example.com/pages/join/index?scene=yGb8k552GR' }, 'yGb8k552GR'],
    [{ code: 'yGb8k552GR' }, 'yGb8k552GR'],
    [{}, undefined],
  ])('%p', (query, code) => {
    expect(liveCodeOf(query)).toBe(code);
  });
});
