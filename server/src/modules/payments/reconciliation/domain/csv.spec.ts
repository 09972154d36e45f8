import fc from 'fast-check';
import { csvHead, csvLine } from './csv.js';

it('begins with a BOM', () => {
  expect(csvHead(['日期', '金额'])).toBe('\ufeff日期,金额\r\n');
});

it.each([
  ['拿铁', '拿铁'],
  ['大杯,热', '"大杯,热"'],
  ['说"好"', '"说""好"""'],
  ['两\n行', '"两\n行"'],
  ['=HYPERLINK("http://evil","点我")', `"'=HYPERLINK(""http://evil"",""点我"")"`],
  ['+86', "'+86"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', `"'\t=1"`],
])('writes %j as %j', (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`);
});

it('keeps amounts numbers and long numbers texts', () => {
  expect(
    csvLine([{ yuan: '-12.50' }, 3, null, { digits: '4200001234567890123456789012' }, { digits: '' }]),
  ).toBe('-12.50,3,,"\t4200001234567890123456789012",\r\n');
});

it('lets no text begin a formula or break its row, whatever people wrote', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (texts) => {
      const cells = parsed(csvLine(texts));
      expect(cells).toHaveLength(texts.length);
      cells.forEach((cell, index) => {
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect([texts[index], `'${texts[index]}`]).toContain(cell);
      });
    }),
  );
});

/** Reads one row by RFC 4180. */
function parsed(line: string): string[] {
  const cells: string[] = [];
  const body = line.slice(0, -2);
  for (let at = 0; at <= body.length;) {
    if (body[at] === '"') {
      let text = '';
      for (at += 1; !(body[at] === '"' && body[at + 1] !== '"'); at += 1) {
        text += body[at] ?? '';
        at += body[at] === '"' ? 1 : 0;
      }
      cells.push(text);
      at += 2;
    } else {
      const end = body.indexOf(',', at);
      cells.push(body.slice(at, end < 0 ? undefined : end));
      at = end < 0 ? body.length + 1 : end + 1;
    }
  }
  return cells;
}
