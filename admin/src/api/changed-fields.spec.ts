import { changedFields } from './changed-fields';

it('keeps what changed and drops the rest', () => {
  const before = { name: '湖南路店', phone: '021-1', lat: 31.2, note: null as string | null };
  expect(changedFields(before, { ...before, phone: '021-2', note: '' })).toEqual({
    phone: '021-2',
    note: '',
  });
  expect(changedFields(before, { ...before })).toEqual({});
});
