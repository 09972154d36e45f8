import type { Figure } from '../../api/types';
import { accessOf } from '../../app/access';
import { figureLink, formatFigure, splitFigures } from './figures';

const figure = (key: Figure['key'], unit: Figure['unit'], value = 1): Figure => ({
  ...{ key, unit, value },
  label: key,
  definition: '',
});

it('puts the relationship first, whatever order the figures come in', () => {
  const figures = (['sales', 'served', 'joined', 'active', 'retained'] as const).map((key) =>
    figure(key, 'people'),
  );
  const { leading, others } = splitFigures(figures);
  expect(leading.map(({ key }) => key)).toEqual(['active', 'retained', 'served']);
  expect(others.map(({ key }) => key)).toEqual(['sales', 'joined']);
});

it.each([
  ['people', 3482, '3,482', '人'],
  ['fen', 1289350, '¥12,893.5', ''],
  ['rateBp', 5800, '58%', ''],
] as const)('reads %s', (unit, value, text, word) => {
  expect(formatFigure(figure('active', unit, value))).toEqual({ value: text, unit: word });
});

it('links only to what the admin may open', () => {
  const sales = figure('sales', 'fen');
  expect(figureLink(sales, 'br_1', accessOf(['orders.see']))?.to).toBe('/b/br_1/orders');
  expect(figureLink(sales, 'br_1', accessOf(['members.see']))).toBeUndefined();
});
