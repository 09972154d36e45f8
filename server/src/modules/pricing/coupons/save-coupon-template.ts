import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound, withoutUndefined, type FieldError } from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import { GoodsInScope } from '../goods-in-scope.js';
import { CouponTemplate } from './coupon-template.entity.js';
import { CouponTemplates } from './coupon-templates.js';

export type NewCouponTemplate = Omit<CouponTemplate, 'id' | 'issued' | 'createdAt'>;

/** What coupons that are out already promise stays. */
export type CouponTemplateChange = Partial<
  Pick<
    NewCouponTemplate,
    | 'name'
    | 'description'
    | 'status'
    | 'quota'
    | 'claimable'
    | 'claimFrom'
    | 'claimTo'
    | 'transferable'
    | 'staffDaily'
    | 'onRefund'
  >
>;

@Injectable()
export class SaveCouponTemplate {
  constructor(
    private readonly goods: GoodsInScope,
    private readonly templates: CouponTemplates,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `validation_failed`, `not_found` for goods or stores of another brand */
  async create(tx: Tx, admin: AdminActor, details: NewCouponTemplate): Promise<CouponTemplate> {
    requireBrand(admin, details.brandId);
    checkTemplate(details, 0);
    await this.goods.check(tx, details.brandId, details.scope, details.storeIds);
    const template = await tx.manager.save(CouponTemplate, {
      ...details,
      issued: 0,
      createdAt: this.clock.now(),
    });
    await this.record(tx, admin, template, 'coupon-template.created', { name: template.name });
    return template;
  }

  async change(
    tx: Tx,
    admin: AdminActor,
    templateId: number,
    change: CouponTemplateChange,
  ): Promise<CouponTemplate> {
    const template = await tx.manager.findOne(CouponTemplate, {
      where: { id: templateId, brandId: In([...admin.brandIds]) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!template) {
      throw notFound();
    }
    Object.assign(template, withoutUndefined(change));
    checkTemplate(template, template.issued);
    await tx.manager.save(template);
    await this.record(tx, admin, template, 'coupon-template.changed', withoutUndefined(change));
    return template;
  }

  private async record(
    tx: Tx,
    { adminId }: AdminActor,
    template: CouponTemplate,
    action: string,
    detail: object,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: adminId },
      brandId: template.brandId,
      action,
      subject: { kind: 'coupon-template', id: template.id },
      detail,
    });
    tx.afterCommit(() => this.templates.changed(template));
  }
}

/** What must fit together whatever a form sends. */
function checkTemplate(template: NewCouponTemplate, issued: number): void {
  const fields = [
    ...worthFaults(template),
    ...timeFaults(template),
    ...(template.quota !== null && template.quota < issued
      ? [{ field: 'quota', message: `已经发出 ${issued} 张，不能少于这个数` }]
      : []),
  ];
  if (fields.length > 0) {
    throw new Refusal('validation_failed', { fields });
  }
}

function worthFaults({ kind, offFen, rateBp, capFen, scope }: NewCouponTemplate): FieldError[] {
  const faults: FieldError[] = [];
  if ((kind === 'amount') !== (offFen !== null)) {
    faults.push({ field: 'offFen', message: kind === 'amount' ? '请填写面额' : '只有满减券有面额' });
  }
  if ((kind === 'percent') !== (rateBp !== null)) {
    faults.push({ field: 'rateBp', message: kind === 'percent' ? '请填写折扣' : '只有折扣券有折扣' });
  }
  if (kind !== 'percent' && capFen !== null) {
    faults.push({ field: 'capFen', message: '只有折扣券有最高优惠' });
  }
  if (kind === 'exchange' && scope.productIds.length === 0) {
    faults.push({ field: 'productIds', message: '请选择可以兑换的商品' });
  }
  return faults;
}

function timeFaults(template: NewCouponTemplate): FieldError[] {
  const { validFrom, validTo, validDays, claimFrom, claimTo } = template;
  const faults: FieldError[] = [];
  if ((validTo === null) === (validDays === null)) {
    faults.push({ field: 'validTo', message: '请填写截止时间，或领取后的有效天数' });
  }
  if (validFrom && validTo && validFrom >= validTo) {
    faults.push({ field: 'validTo', message: '截止时间应晚于开始时间' });
  }
  if (claimFrom && claimTo && claimFrom >= claimTo) {
    faults.push({ field: 'claimTo', message: '领取截止应晚于领取开始' });
  }
  return faults;
}
