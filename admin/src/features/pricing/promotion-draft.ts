import { fenToYuan, yuanToFen, type PromotionKind, type PromotionStatus } from '@regulars/shared';
import type { Promotion, PromotionInput } from '../../api/types';
import { wholeOf } from '../../ui/rules';

export type Recurs = 'never' | 'weekly' | 'monthly';

/** A promotion as it is typed. */
export interface PromotionDraft {
  kind: PromotionKind;
  name: string;
  status: PromotionStatus;
  /** As `datetime-local` has it, on the brand's clock. */
  startsAt: string;
  endsAt: string;
  recurs: Recurs;
  weekdays: string[];
  monthDays: number[];
  perPerson: string;
  coupons: boolean;
  points: boolean;
  items: { skuId?: string; price: string; quota: string }[];
  rate: string;
  tiers: { from: string; off: string }[];
  levels: { level: string; rate: string }[];
}

const OFFSET = '+08:00';

export function newPromotion(now: Date): PromotionDraft {
  return {
    kind: 'time-price',
    name: '',
    status: 'active',
    startsAt: toLocal(now.toISOString()),
    endsAt: '',
    recurs: 'never',
    weekdays: ['TH'],
    monthDays: [1],
    perPerson: '',
    coupons: true,
    points: true,
    items: [],
    rate: '',
    tiers: [{ from: '100', off: '10' }],
    levels: [{ level: '2', rate: '9.5' }],
  };
}

export function draftOfPromotion(promotion: Promotion): PromotionDraft {
  const { kind, name, status, coupons, points, rrule } = promotion;
  return {
    ...newPromotion(new Date()),
    ...{ kind, name, status, coupons, points },
    startsAt: toLocal(promotion.startsAt),
    endsAt: promotion.endsAt === null ? '' : toLocal(promotion.endsAt),
    recurs: rrule === null ? 'never' : rrule.includes('WEEKLY') ? 'weekly' : 'monthly',
    weekdays: listIn(rrule, 'BYDAY') ?? ['TH'],
    monthDays: (listIn(rrule, 'BYMONTHDAY') ?? ['1']).map(Number),
    perPerson: promotion.perPerson === null ? '' : String(promotion.perPerson),
    items: promotion.items.map(({ skuId, priceFen, quota }) => ({
      skuId,
      price: fenToYuan(priceFen),
      quota: quota === null ? '' : String(quota),
    })),
    rate: promotion.rateBp === null ? '' : String(promotion.rateBp / 1000),
    tiers: promotion.tiers.map(({ fromFen, offFen }) => ({
      from: fenToYuan(fromFen),
      off: fenToYuan(offFen),
    })),
    levels: promotion.levels.map(({ level, rateBp }) => ({
      level: String(level),
      rate: String(rateBp / 1000),
    })),
  };
}

export function rruleOf({
  recurs,
  weekdays,
  monthDays,
}: Pick<PromotionDraft, 'recurs' | 'weekdays' | 'monthDays'>) {
  if (recurs === 'weekly' && weekdays.length > 0) {
    return `FREQ=WEEKLY;BYDAY=${weekdays.join(',')}`;
  }
  return recurs === 'monthly' && monthDays.length > 0
    ? `FREQ=MONTHLY;BYMONTHDAY=${monthDays.join(',')}`
    : null;
}

export function promotionInput(draft: PromotionDraft): PromotionInput {
  const scopeless = draft.kind === 'time-price' && draft.items.length === 0;
  return {
    name: draft.name.trim(),
    status: draft.status,
    startsAt: toInstant(draft.startsAt),
    endsAt: draft.endsAt === '' ? null : toInstant(draft.endsAt),
    rrule: rruleOf(draft),
    perPerson: draft.kind === 'time-price' ? (wholeOf(draft.perPerson) ?? null) : null,
    coupons: draft.coupons,
    points: draft.points,
    ...(draft.kind === 'time-price' && {
      items: draft.items.map(({ skuId = '', price, quota }) => ({
        skuId,
        priceFen: yuanToFen(price) ?? 0,
        quota: wholeOf(quota) ?? null,
      })),
    }),
    ...(scopeless && { rateBp: rateBpOf(draft.rate) }),
    ...(draft.kind === 'spend-and-save' && {
      tiers: draft.tiers.map(({ from, off }) => ({
        fromFen: yuanToFen(from) ?? 0,
        offFen: yuanToFen(off) ?? 0,
      })),
    }),
    ...(draft.kind === 'tier-price' && {
      levels: draft.levels.map(({ level, rate }) => ({ level: wholeOf(level) ?? 0, rateBp: rateBpOf(rate) })),
    }),
  };
}

/** "8.8" 折 → 8800 */
export function rateBpOf(text: string): number {
  return Math.round(Number(text) * 1000);
}

export function isRateText(text: string): boolean {
  return /^\d(\.\d{1,2})?$/.test(text.trim()) && Number(text) > 0;
}

export function toInstant(local: string): string {
  return `${local.slice(0, 16)}:00${OFFSET}`;
}

/** What the brand's clock shows at an instant. */
export function toLocal(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);
}

function listIn(rrule: string | null, part: string): string[] | undefined {
  return rrule
    ?.split(';')
    .find((one) => one.startsWith(`${part}=`))
    ?.slice(part.length + 1)
    .split(',');
}
