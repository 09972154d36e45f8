import { Injectable } from '@nestjs/common';
import type { PromotionKind } from '@regulars/shared';
import { In } from 'typeorm';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound, type FieldError } from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import type { PromotionTerms } from '../domain/promotions.js';
import { parseRecurrence } from '../domain/recurrence.js';
import { GoodsInScope } from '../goods-in-scope.js';
import { Promotion } from './promotion.entity.js';
import type { NewPromotionBody, PromotionBody } from './promotions.dto.js';
import { RunningPromotions } from './running-promotions.js';

type Details = Omit<Promotion, 'id' | 'brandId' | 'kind' | 'createdAt' | 'updatedAt'>;

@Injectable()
export class SavePromotion {
  constructor(
    private readonly goods: GoodsInScope,
    private readonly running: RunningPromotions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `validation_failed`, `not_found` for goods of another brand */
  async create(tx: Tx, admin: AdminActor, { brandId, kind, ...body }: NewPromotionBody): Promise<Promotion> {
    requireBrand(admin, brandId);
    const now = this.clock.now();
    const promotion = await tx.manager.save(Promotion, {
      ...(await this.details(tx, brandId, kind, body)),
      brandId,
      kind,
      createdAt: now,
      updatedAt: now,
    });
    await this.record(tx, admin, promotion, 'promotion.created');
    return promotion;
  }

  /** The kind stays; everything else may change at any time, and counts from the next price on. */
  async change(tx: Tx, admin: AdminActor, promotionId: number, body: PromotionBody): Promise<Promotion> {
    const promotion = await tx.manager.findOne(Promotion, {
      where: { id: promotionId, brandId: In([...admin.brandIds]) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!promotion) {
      throw notFound();
    }
    Object.assign(promotion, await this.details(tx, promotion.brandId, promotion.kind, body));
    promotion.updatedAt = this.clock.now();
    await tx.manager.save(promotion);
    await this.record(tx, admin, promotion, 'promotion.changed');
    return promotion;
  }

  private async details(tx: Tx, brandId: number, kind: PromotionKind, body: PromotionBody): Promise<Details> {
    const details = toDetails(kind, body);
    const { terms } = details;
    if ('scope' in terms) {
      await this.goods.check(tx, brandId, terms.scope);
    } else {
      await this.goods.checkSkus(
        tx,
        brandId,
        terms.items.map(({ skuId }) => skuId),
      );
    }
    return details;
  }

  private async record(tx: Tx, admin: AdminActor, promotion: Promotion, action: string): Promise<void> {
    const { id, brandId, name, status, terms } = promotion;
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId,
      action,
      subject: { kind: 'promotion', id },
      detail: { name, status, terms },
    });
    tx.afterCommit(() => this.running.changed(brandId));
  }
}

/** What must fit together whatever a form sends. @throws Refusal `validation_failed` */
function toDetails(kind: PromotionKind, body: PromotionBody): Details {
  const startsAt = new Date(body.startsAt);
  const endsAt = body.endsAt ? new Date(body.endsAt) : null;
  const rrule = body.rrule ?? null;
  const { fromMinute = 0, toMinute = 1440 } = body;
  const terms = termsOf(kind, body);
  const faults: FieldError[] = [];
  if (endsAt && startsAt >= endsAt) {
    faults.push({ field: 'endsAt', message: '结束时间应晚于开始时间' });
  }
  if (rrule !== null && !parseRecurrence(rrule)) {
    faults.push({ field: 'rrule', message: '重复规则不正确' });
  }
  if (fromMinute >= toMinute) {
    faults.push({ field: 'toMinute', message: '结束时刻应晚于开始时刻' });
  }
  if ('message' in terms) {
    faults.push(terms);
  }
  if (faults.length > 0 || 'message' in terms) {
    throw new Refusal('validation_failed', { fields: faults });
  }
  return {
    name: body.name,
    status: body.status,
    startsAt,
    endsAt,
    rrule,
    fromMinute,
    toMinute,
    perPerson: kind === 'time-price' ? (body.perPerson ?? null) : null,
    coupons: body.coupons,
    points: body.points,
    terms,
  };
}

function termsOf(kind: PromotionKind, body: PromotionBody): PromotionTerms | FieldError {
  const { productIds = [], categoryIds = [], items = [], rateBp, tiers = [], levels = [] } = body;
  const scope = { productIds, categoryIds };
  switch (kind) {
    case 'time-price':
      if (items.length > 0 === (rateBp !== undefined)) {
        return { field: 'items', message: '请选择商品并填写限时价，或填写统一折扣' };
      }
      if (new Set(items.map(({ skuId }) => skuId)).size < items.length) {
        return { field: 'items', message: '同一规格只能出现一次' };
      }
      return rateBp === undefined
        ? {
            items: items.map(({ skuId, priceFen, quota }) => ({ skuId, priceFen, quota: quota ?? null })),
          }
        : { rateBp, scope };
    case 'spend-and-save':
      if (tiers.length === 0 || tiers.some(({ fromFen, offFen }) => offFen >= fromFen)) {
        return { field: 'tiers', message: '请填写满减档位，减免应小于门槛' };
      }
      return { scope, tiers: tiers.map(({ fromFen, offFen }) => ({ fromFen, offFen })) };
    case 'tier-price':
      if (levels.length === 0) {
        return { field: 'levels', message: '请填写各等级的折扣' };
      }
      return { scope, levels: levels.map(({ level, rateBp: rate }) => ({ level, rateBp: rate })) };
  }
}
