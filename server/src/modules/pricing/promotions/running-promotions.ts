import { Injectable } from '@nestjs/common';
import { BriefCache } from '../../../platform/cache/index.js';
import { Clock, businessDayOf, minuteOfDay } from '../../../platform/clock/index.js';
import { Database, type Reader } from '../../../platform/database/index.js';
import { BrandLookup } from '../../org/index.js';
import type { Cart } from '../domain/cart.js';
import { occasionAt } from '../domain/occasions.js';
import { isSpendTerms, isTierTerms, type Taken, type TimePrice } from '../domain/promotions.js';
import { PromotionUses } from './promotion-uses.js';
import { Promotion } from './promotion.entity.js';
import type { RunningPromotion } from './running-promotion.js';

/** Who asks for a price. */
export interface PromotionBuyer {
  readonly memberId: number | null;
  readonly tier: { readonly level: number; readonly name: string } | null;
}

const NOTHING_TAKEN: ReadonlyMap<number, Taken> = new Map();

/** What promotions hold now. The few rules of a brand may be a second old; what their limits leave never is. */
@Injectable()
export class RunningPromotions {
  private readonly cache: BriefCache<number, readonly Promotion[]>;

  constructor(
    database: Database,
    private readonly uses: PromotionUses,
    private readonly brands: BrandLookup,
    private readonly clock: Clock,
  ) {
    this.cache = new BriefCache(
      (brandId) =>
        database.manager.find(Promotion, { where: { brandId, status: 'active' }, order: { id: 'ASC' } }),
      { keysMax: 1_000 },
    );
  }

  async of(brandId: number, now: Date = this.clock.now()): Promise<RunningPromotion[]> {
    const { timeZone } = await this.brands.get(brandId);
    const wall = { now, day: businessDayOf(now, timeZone), minute: minuteOfDay(now, timeZone) };
    return (await this.cache.get(brandId)).flatMap((promotion) => {
      const occasion = occasionAt(promotion, businessDayOf(promotion.startsAt, timeZone), wall);
      return occasion === undefined ? [] : [{ promotion, occasion }];
    });
  }

  /** Whether somebody's tier makes a difference to prices. */
  async lookAtTiers(brandId: number): Promise<boolean> {
    return (await this.cache.get(brandId)).some(({ kind }) => kind === 'tier-price');
  }

  /** The rules that hold for this buyer and these SKUs; one statement when there are limits to be looked at. */
  async rulesFor(
    reader: Reader,
    running: readonly RunningPromotion[],
    { memberId, tier }: PromotionBuyer,
    skuIds: readonly number[],
  ): Promise<Pick<Cart, 'timePrices' | 'spendAndSaves' | 'tierPrices'>> {
    const limited = running.filter(({ promotion }) => isLimited(promotion, skuIds));
    const taken = await this.uses.taken(reader, limited, skuIds, memberId);
    return {
      timePrices: running.flatMap(({ promotion, occasion }) => timePriceOf(promotion, occasion, taken)),
      spendAndSaves: running.flatMap(({ promotion: { terms, ...promotion } }) =>
        isSpendTerms(terms) ? [{ ...ruleOf(promotion), ...terms }] : [],
      ),
      tierPrices: running.flatMap(({ promotion: { terms, ...promotion } }) => {
        const level = isTierTerms(terms) && terms.levels.find((one) => one.level === tier?.level);
        return tier && level && isTierTerms(terms)
          ? [{ ...ruleOf(promotion), scope: terms.scope, rateBp: level.rateBp, tierName: tier.name }]
          : [];
      }),
    };
  }

  changed(brandId: number): void {
    this.cache.drop(brandId);
  }
}

function ruleOf({ id, name, coupons, points }: Omit<Promotion, 'terms'>) {
  return { id, name, stacking: { coupons, points } };
}

function timePriceOf(
  promotion: Promotion,
  occasion: string,
  taken: ReadonlyMap<number, ReadonlyMap<number, Taken>>,
): TimePrice[] {
  const { id, terms, perPerson } = promotion;
  return isSpendTerms(terms) || isTierTerms(terms)
    ? []
    : [{ ...ruleOf(promotion), occasion, terms, perPerson, taken: taken.get(id) ?? NOTHING_TAKEN }];
}

function isLimited({ terms, perPerson }: Promotion, skuIds: readonly number[]): boolean {
  if (isSpendTerms(terms) || isTierTerms(terms)) {
    return false;
  }
  if ('rateBp' in terms) {
    return perPerson !== null;
  }
  return terms.items.some(
    ({ skuId, quota }) => skuIds.includes(skuId) && (perPerson !== null || quota !== null),
  );
}
