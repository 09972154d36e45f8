import { choose, isFree, skuOf } from './spec-choice';

const skus = [
  { id: 'a', spec: ['中杯', '热'], available: 3 },
  { id: 'b', spec: ['中杯', '冰'], available: 0 },
  { id: 'c', spec: ['大杯', '冰'], available: 5 },
];

it('greys what cannot be had with what is chosen', () => {
  expect(isFree(skus, ['中杯', '热'], 1, '冰')).toBe(false);
  expect(isFree(skus, ['大杯', '冰'], 1, '热')).toBe(false);
  expect(isFree(skus, ['大杯', '冰'], 1, '冰')).toBe(true);
});

it('takes the combination that was asked for when it is there', () => {
  expect(choose(skus, ['中杯', '热'], 1, '冰')).toEqual(['大杯', '冰']);
  expect(choose(skus, ['大杯', '冰'], 0, '中杯')).toEqual(['中杯', '热']);
});

it('stays where it is when there is nothing of the kind', () => {
  expect(choose(skus, ['中杯', '热'], 0, '超大杯')).toEqual(['中杯', '热']);
});

it('is always one SKU', () => {
  expect(skuOf(skus, ['大杯', '冰'])?.id).toBe('c');
  expect(skuOf(skus, ['大杯'])).toBeUndefined();
});
