import { EMPTY_DRAFT, problemsOf } from './address-draft';

it('has nothing to say about a complete address', () => {
  const draft = {
    name: '林小满',
    phone: '14200000001',
    province: '上海市',
    city: '上海市',
    district: '徐汇区',
    detail: '湖南路 1 号',
  };
  expect(problemsOf(draft)).toEqual({});
});

it('names every gap', () => {
  expect(Object.keys(problemsOf(EMPTY_DRAFT))).toEqual(['name', 'phone', 'district', 'detail']);
  expect(problemsOf({ ...EMPTY_DRAFT, phone: '021-5555' }).phone).toContain('11 位');
});
