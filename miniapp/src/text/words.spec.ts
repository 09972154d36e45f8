import { addressLine } from './address';
import { spaced } from './card-no';
import { distance } from './distance';

it.each([
  [0, '就在附近'],
  [324, '320 米'],
  [1437, '1.4 公里'],
  [25_600, '26 公里'],
])('%p metres are %s', (meters, words) => {
  expect(distance(meters)).toBe(words);
});

it.each([
  ['880622130457', '8806 2213 0457'],
  ['8806 2213', '8806 2213'],
  ['', ''],
])('spaces the card number %p', (cardNo, shown) => {
  expect(spaced(cardNo)).toBe(shown);
});

it.each([
  [
    { province: '上海市', city: '上海市', district: '徐汇区', detail: '湖南路 1 号' },
    '上海市徐汇区湖南路 1 号',
  ],
  [
    { province: '江苏省', city: '苏州市', district: '姑苏区', detail: '平江路 2 号' },
    '江苏省苏州市姑苏区平江路 2 号',
  ],
])('writes an address on one line', (address, line) => {
  expect(addressLine(address)).toBe(line);
});
