import { Injectable } from '@nestjs/common';
import type { Audience, ProductKind, Spec } from '@regulars/shared';
import { In } from 'typeorm';
import { Audit } from '../../platform/audit/index.js';
import type { AdminActor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, notFound, type FieldError } from '../../platform/http/index.js';
import { Pictures } from '../../platform/media/index.js';
import { StoreLookup } from '../org/index.js';
import { Category } from './categories/category.entity.js';
import { detailFaults, type DetailBlock } from './domain/details.js';
import { fromPrices } from './domain/from-prices.js';
import type { ProductStatus } from './domain/product-statuses.js';
import { specFaults } from './domain/spec-matrix.js';
import { ListingTimes } from './listing/listing-times.js';
import { ProductLookup } from './product-lookup.js';
import { Product } from './product.entity.js';
import { SaveSkus, type SkuDetails } from './save-skus.js';
import { IndexSearch } from './search/index-search.js';
import { GoodsTags } from './tags/goods-tags.js';

export interface ProductDetails {
  readonly kind: ProductKind;
  readonly categoryId: number;
  readonly name: string;
  readonly subtitle: string;
  readonly description: string;
  readonly details: DetailBlock[];
  readonly pictures: string[];
  readonly status: ProductStatus;
  readonly position: number;
  readonly specs: Spec[];
  readonly tagIds: readonly number[];
  readonly soldOnline: boolean;
  readonly soldInStore: boolean;
  readonly audience: Audience;
  readonly tierLevels: readonly number[];
  readonly listAt: Date | null;
  readonly delistAt: Date | null;
  readonly voucher: { readonly validDays: number; readonly storeIds: number[] } | null;
  readonly skus: readonly SkuDetails[];
}

/** Creates a product with its variants, or replaces what is said of one. */
@Injectable()
export class SaveProduct {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly products: ProductLookup,
    private readonly stores: StoreLookup,
    private readonly pictures: Pictures,
    private readonly tags: GoodsTags,
    private readonly saveSkus: SaveSkus,
    private readonly listingTimes: ListingTimes,
    private readonly indexSearch: IndexSearch,
  ) {}

  async create(tx: Tx, admin: AdminActor, brandId: number, details: ProductDetails): Promise<number> {
    await this.check(tx, brandId, details);
    const now = this.clock.now();
    const { id } = await tx.manager.save(Product, {
      ...columnsOf(details),
      brandId,
      createdAt: now,
      listedAt: details.status === 'on_sale' ? now : null,
    });
    await this.finish(tx, admin, { id, brandId }, details, 'product.created');
    return id;
  }

  async change(tx: Tx, admin: AdminActor, productId: number, details: ProductDetails): Promise<void> {
    // The lock keeps two editors from mixing their variants.
    const product = await tx.manager.findOne(Product, {
      where: { id: productId, brandId: In([...admin.brandIds]) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!product) {
      throw notFound();
    }
    await this.check(tx, product.brandId, details);
    const listedAt = product.listedAt ?? (details.status === 'on_sale' ? this.clock.now() : null);
    await tx.manager.update(Product, { id: productId }, { ...columnsOf(details), listedAt });
    await this.finish(tx, admin, product, details, 'product.changed');
  }

  private async check(tx: Tx, brandId: number, details: ProductDetails): Promise<void> {
    const faults = [
      ...specFaults(details.specs, details.skus),
      ...detailFaults(details.details),
      ...termFaults(details),
      ...(await this.voucherFaults(brandId, details)),
    ];
    const category = await tx.manager.findOneBy(Category, { id: details.categoryId, brandId });
    // What stood in a category that was archived since may stay there until it goes on sale again.
    if (!category || (category.archivedAt !== null && details.status === 'on_sale')) {
      faults.push({ field: 'categoryId', message: '没有这个分类' });
    }
    if (faults.length > 0) {
      throw new Refusal('validation_failed', { fields: faults });
    }
  }

  private async voucherFaults(brandId: number, { kind, voucher }: ProductDetails): Promise<FieldError[]> {
    if ((kind === 'voucher') !== (voucher !== null)) {
      return [{ field: 'voucher', message: '到店券要填有效期，其他商品不要填' }];
    }
    for (const storeId of voucher?.storeIds ?? []) {
      const store = await this.stores.find(storeId);
      if (store?.brandId !== brandId || store.kind !== 'store') {
        return [{ field: 'voucher.storeIds', message: '没有这家门店' }];
      }
    }
    return [];
  }

  private async finish(
    tx: Tx,
    admin: AdminActor,
    product: { id: number; brandId: number },
    details: ProductDetails,
    action: string,
  ): Promise<void> {
    const { id, brandId } = product;
    await this.saveSkus.execute(tx, { productId: id, brandId, kind: details.kind }, details.skus);
    await this.tags.putOn(tx, brandId, id, details.tagIds);
    await this.pictures.attachOfAdmins(tx, [
      ...details.pictures,
      ...details.details.flatMap(({ url }) => url ?? []),
    ]);
    await this.indexSearch.products(tx, brandId, [id]);
    await this.listingTimes.schedule(tx, id, details);
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId,
      action,
      subject: { kind: 'product', id },
    });
    tx.afterCommit(() => this.products.changed());
  }
}

function termFaults({
  audience,
  tierLevels,
  soldOnline,
  soldInStore,
  ...times
}: ProductDetails): FieldError[] {
  const { listAt, delistAt } = times;
  return [
    ...((audience === 'tiers') === tierLevels.length > 0
      ? []
      : [{ field: 'tierLevels', message: '指定等级专享时要选等级，其他情况不要选' }]),
    ...(soldOnline || soldInStore ? [] : [{ field: 'soldOnline', message: '至少要有一个销售渠道' }]),
    ...(listAt && delistAt && delistAt <= listAt
      ? [{ field: 'delistAt', message: '下架时间要晚于上架时间' }]
      : []),
  ];
}

function columnsOf(details: ProductDetails) {
  const { skus, tagIds: _tagIds, tierLevels, voucher, ...columns } = details;
  return {
    ...columns,
    ...fromPrices(skus),
    audienceTiers: [...new Set(tierLevels)].join(','),
    voucherDays: voucher?.validDays ?? null,
    voucherStoreIds: voucher && voucher.storeIds.length > 0 ? voucher.storeIds : null,
  };
}
