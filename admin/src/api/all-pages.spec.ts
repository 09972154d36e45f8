import { allPages } from './all-pages';

it('reads to the end, handing each cursor on', async () => {
  const asked: (string | undefined)[] = [];
  const pages: Record<string, { items: number[]; next: string | null }> = {
    start: { items: [1, 2], next: 'b' },
    b: { items: [3], next: 'c' },
    c: { items: [], next: null },
  };
  const items = await allPages(({ after }) => {
    asked.push(after);
    return Promise.resolve(pages[after ?? 'start']!);
  });
  expect(items).toEqual([1, 2, 3]);
  expect(asked).toEqual([undefined, 'b', 'c']);
});

it('stops at a cursor that runs in circles', async () => {
  const fetchPage = jest.fn(() => Promise.resolve({ items: ['again'], next: 'same' }));
  await allPages(fetchPage);
  expect(fetchPage.mock.calls.length).toBeLessThan(100);
});
