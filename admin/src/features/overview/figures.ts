import type { Access, PageName } from '../../app/access';
import { paths } from '../../app/paths';
import type { Figure } from '../../api/types';
import { texts } from '../../texts';
import { formatCount, formatMoney, formatRate } from '../../ui/format';

/** The relationship comes first, whatever order the figures arrive in. */
const LEADING: readonly Figure['key'][] = ['active', 'retained', 'served'];

const PAGE_BEHIND = {
  active: 'members',
  retained: 'members',
  served: 'members',
  joined: 'members',
  orders: 'orders',
  sales: 'orders',
} as const satisfies Record<Figure['key'], PageName>;

export function splitFigures(figures: readonly Figure[]): { leading: Figure[]; others: Figure[] } {
  const leading = LEADING.flatMap((key) => figures.filter((figure) => figure.key === key));
  return { leading, others: figures.filter((figure) => !leading.includes(figure)) };
}

export function formatFigure({ value, unit }: Figure): { value: string; unit: string } {
  switch (unit) {
    case 'fen':
      return { value: formatMoney(value), unit: '' };
    case 'rateBp':
      return { value: formatRate(value), unit: '' };
    case 'people':
    case 'times':
    case 'orders':
      return { value: formatCount(value), unit: texts.overview.units[unit] };
  }
}

/** What is behind a figure, when this admin may see it. */
export function figureLink(
  figure: Figure,
  brandId: string,
  access: Access,
): { to: string; text: string } | undefined {
  const page = PAGE_BEHIND[figure.key];
  return access.canOpen(page)
    ? { to: paths.page(brandId, page), text: texts.overview.open[page] }
    : undefined;
}
