import { strToU8, zipSync } from 'fflate';
import { readSpreadsheet } from './read-spreadsheet.js';

/** As Excel writes it, as far as it matters. */
export function xlsx(sheet: string, shared?: string): Buffer {
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/worksheets/sheet1.xml': strToU8(
        `<?xml version="1.0"?><worksheet><sheetData>${sheet}</sheetData></worksheet>`,
      ),
      ...(shared === undefined ? {} : { 'xl/sharedStrings.xml': strToU8(`<sst>${shared}</sst>`) }),
    }),
  );
}

describe('readSpreadsheet', () => {
  const rows = [
    ['商品名称', '风格'],
    ['桂花拿铁', '经典,季节限定'],
  ];

  it('reads CSV as the world writes it', () => {
    expect(readSpreadsheet(Buffer.from('\ufeff商品名称,风格\r\n桂花拿铁,"经典,季节限定"\r\n'))).toEqual(rows);
  });

  it('reads CSV as a Chinese Excel writes it', () => {
    // 商品,风格 in GBK
    const gbk = Buffer.from([0xc9, 0xcc, 0xc6, 0xb7, 0x2c, 0xb7, 0xe7, 0xb8, 0xf1, 0x0a]);
    expect(readSpreadsheet(gbk)).toEqual([['商品', '风格']]);
  });

  it('reads the first sheet of XLSX: shared and inline texts, numbers, and cells that are left out', () => {
    const sheet = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>尺码 &amp; 其他</t></is></c></row>
      <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>42</v></c></row>`;
    const shared = '<si><t>商品名称</t></si><si><r><t>桂花</t></r><r><t>拿铁</t></r></si>';
    expect(readSpreadsheet(xlsx(sheet, shared))).toEqual([
      ['商品名称', '', '尺码 & 其他'],
      ['桂花拿铁', '42'],
    ]);
  });

  it.each<[string, Buffer]>([
    ['bytes', Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xff])],
    ['a broken archive', Buffer.from('PK\x03\x04 and no more')],
    ['an archive without a sheet', Buffer.from(zipSync({ 'a.txt': strToU8('x') }))],
    ['a quote without end', Buffer.from('a,"b\n')],
    ['a sheet that breaks off', xlsx('<row><c>')],
    ['a sheet that unfolds to too much', xlsx('x'.repeat(65 * 1024 * 1024))],
  ])('does not read %s', (_what, file) => {
    expect(readSpreadsheet(file)).toBeUndefined();
  });
});
