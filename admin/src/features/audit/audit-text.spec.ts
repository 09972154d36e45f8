import { actionText, detailText, subjectKind, subjectPath } from './audit-text';

it('names known actions and shows unknown ones as they are', () => {
  expect(actionText('order.shipped')).toBe('订单发货');
  expect(actionText('moon.landed')).toBe('moon.landed');
});

it('tells what a subject is, and where it can be seen', () => {
  expect(subjectKind('or_3mJr7AoUXx2Wqd1YbRkt9C')).toBe('订单');
  expect(subjectPath('or_3mJr', 'br_1')).toBe('/b/br_1/orders/or_3mJr');
  expect(subjectKind('weather')).toBe('');
  expect(subjectPath('sk_3mJr', 'br_1')).toBeUndefined();
});

it('reads a detail as a sentence, without numbers of rows', () => {
  expect(detailText({ storeId: 7, storeIds: [7], quantity: -3, reason: '盘点更正' })).toBe(
    '数量：-3；原因：盘点更正',
  );
  expect(detailText({ archived: true, status: 'paused', note: '', changes: { a: 1 } })).toBe(
    '停业：是；状态：已停用',
  );
  expect(detailText({})).toBe('');
});
