import { BusinessDay, ListOf, OneOf, Text, Whole } from '../../platform/http/index.js';

const FIGURES = {
  active: {
    label: '今日活跃会员',
    unit: 'people',
    definition: '今天到店签到或下单付款的会员人数，同一位会员只算一次。',
  },
  retained: {
    label: '30 天留存率',
    unit: 'rateBp',
    definition: '上一个 30 天里活跃过的会员中，最近 30 天（含今天）又来过的比例。',
  },
  served: {
    label: '今日服务人次',
    unit: 'times',
    definition: '今天的到店签到次数，加上今天取走或寄出的订单数。',
  },
  joined: { label: '今日新会员', unit: 'people', definition: '今天加入的会员人数。' },
  orders: { label: '今日订单', unit: 'orders', definition: '今天下单并已付款的订单数，含后来退款的。' },
  sales: { label: '今日净销售额', unit: 'fen', definition: '今天下单并已付款的金额，减去其中已退款的金额。' },
} as const;

export type FigureKey = keyof typeof FIGURES;

const FIGURE_KEYS = Object.keys(FIGURES) as FigureKey[];
const FIGURE_UNITS = ['people', 'times', 'orders', 'rateBp', 'fen'] as const;
const VALUE_MAX = 1_000_000_000_000;

export class FigureView {
  @OneOf(FIGURE_KEYS, { name: 'FigureKey', doc: 'Which figure' })
  key: FigureKey;

  @Text({ max: 20, doc: 'Its name for people' })
  label: string;

  @Whole({ min: -VALUE_MAX, max: VALUE_MAX, doc: 'Its value in its unit' })
  value: number;

  @OneOf(FIGURE_UNITS, { name: 'FigureUnit', doc: 'Its unit; rates in basis points, money in fen' })
  unit: (typeof FIGURE_UNITS)[number];

  @Text({ max: 200, doc: 'What exactly is counted' })
  definition: string;
}

export class OverviewView {
  @BusinessDay({ doc: 'The business day it speaks of' })
  day: string;

  @ListOf(() => FigureView, { max: 20, doc: 'The relationship first, sales beside it' })
  figures: FigureView[];
}

export function toFigureView(key: FigureKey, value: number): FigureView {
  return { key, value, ...FIGURES[key] };
}
