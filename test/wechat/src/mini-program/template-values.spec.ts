import { kindOfKey, templateValueProblem } from './template-values.js';

it.each([
  ['thing1', 'thing'],
  ['character_string12', 'character_string'],
  ['phone_number3', 'phone_number'],
  ['thing', undefined],
  ['thing1.DATA', undefined],
  ['toString1', undefined],
])('%s is a %s', (key, kind) => {
  expect(kindOfKey(key)).toBe(kind);
});

const good: [key: string, value: string][] = [
  ['thing1', '一'.repeat(20)],
  ['thing1', '桂花拿铁 x1（冰）'],
  ['number1', '12.5'],
  ['letter1', 'ABC'],
  ['symbol1', '***'],
  ['character_string1', 'A-2026/11#1'],
  ['time1', '15:01'],
  ['time1', '2019年10月1日 15:01'],
  ['time1', '2019年10月1日 15:01~2019年10月2日 15:01'],
  ['date1', '2019年10月1日'],
  ['date1', '2019年10月1日 15:01'],
  ['date1', '2019-10-01'],
  ['amount1', '25.00元'],
  ['amount1', '￥1234567890'],
  ['phone_number1', '+86-0766-66888866'],
  ['car_number1', '粤A8Z888挂'],
  ['name1', '张三李四王五赵六钱七'],
  ['name1', 'Maximilian Schubert'],
  ['phrase1', '已发货'],
  ['enum1', '已完成'],
];

it.each(good)('%s may be %s', (key, value) => {
  expect(templateValueProblem(key, value)).toBeUndefined();
});

const bad: [key: string, value: unknown][] = [
  ['thing1', '一'.repeat(21)],
  ['thing1', 12],
  ['number1', '十二'],
  ['number1', '1'.repeat(33)],
  ['letter1', 'A1'],
  ['symbol1', '******'],
  ['character_string1', '单号A1'],
  ['time1', '25:01'],
  ['time1', '明天'],
  ['date1', '15:01'],
  ['amount1', '二十五元'],
  ['amount1', '12345678901'],
  ['phone_number1', '1'.repeat(18)],
  ['car_number1', '粤A8Z888挂学习'],
  ['name1', '一二三四五六七八九十一'],
  ['name1', 'Maximilian von Schubert'],
  ['phrase1', '已经发货了哦'],
  ['phrase1', 'OK'],
];

it.each(bad)('%s may not be %j', (key, value) => {
  expect(templateValueProblem(key, value)).toBe(`data.${key}.value invalid`);
});

it('tells an empty value apart', () => {
  expect(templateValueProblem('thing1', ' ')).toBe('data.thing1.value is empty');
});
