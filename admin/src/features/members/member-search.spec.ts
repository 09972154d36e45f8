import { memberFilter } from './member-search';

it.each([
  ['', {}],
  ['   ', {}],
  ['13800138000', { phone: '13800138000' }],
  [' 138 0013 8000 ', { phone: '13800138000' }],
  ['+86 138-0013-8000', { phone: '13800138000' }],
  ['8613800138000', { phone: '13800138000' }],
  ['6688 0001 2345', { cardNo: '668800012345' }],
  ['6688-0001-2345', { cardNo: '668800012345' }],
])('reads %p as %p', (text, filter) => {
  expect(memberFilter(text)).toEqual(filter);
});

it.each(['1380013800', '123', '林晓雨', '12345678901', '6688000123456'])('asks for more than %p', (text) => {
  expect(memberFilter(text)).toBeUndefined();
});
