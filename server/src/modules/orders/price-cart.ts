import { Injectable } from '@nestjs/common';
import { assertNever, type FulfilmentKind } from '@regulars/shared';
import type { Reader } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { ProductLookup, type SkuOnSale } from '../catalogue/index.js';
import { Addresses, MembershipLookup, type AddressContent } from '../members/index.js';
import { StoreLookup } from '../org/index.js';
import { FreightRules, quote, type Quote } from '../pricing/index.js';

export type WantedFulfilment =
  | { readonly kind: 'pickup'; readonly storeId: number }
  | { readonly kind: 'delivery'; readonly addressId: number };

export interface WantedCart {
  readonly brandId: number;
  readonly lines: readonly { readonly skuId: number; readonly quantity: number }[];
  readonly fulfilment: WantedFulfilment;
}

/** What is said of a SKU on quote and order. */
export interface CartSku {
  readonly productId: number;
  /** Product and variant. */
  readonly title: string;
  readonly pictureUrl: string;
}

export interface PricedCart {
  readonly quote: Quote;
  readonly skus: ReadonlyMap<number, CartSku>;
  readonly available: ReadonlyMap<number, number>;
  /** Whether member prices applied. */
  readonly member: boolean;
  readonly fulfilment: FulfilmentKind;
  /** Where the goods come from. */
  readonly storeId: number;
  readonly address: AddressContent | null;
}

type UnstockedCart = Omit<PricedCart, 'available'>;

/** Turns what a customer wants into a price, from today's facts. Nothing that a client says of a price counts. */
@Injectable()
export class PriceCart {
  constructor(
    private readonly products: ProductLookup,
    private readonly memberships: MembershipLookup,
    private readonly addresses: Addresses,
    private readonly stores: StoreLookup,
    private readonly freightRules: FreightRules,
  ) {}

  /** @throws Refusal `product_off_shelf`, `fulfilment_unavailable`, `validation_failed` */
  async execute(reader: Reader, memberId: number | null, wanted: WantedCart): Promise<UnstockedCart> {
    const lines = summedBySku(wanted.lines);
    const place = await this.placeOf(reader, memberId, wanted);
    const onSale = await this.products.skusOnSale(
      reader,
      wanted.brandId,
      lines.map(({ skuId }) => skuId),
    );
    const member =
      memberId !== null && (await this.memberships.find(reader, memberId, wanted.brandId)) !== undefined;
    const bySku = new Map(onSale.map((sku) => [sku.id, sku]));
    const cartLines = lines.map(({ skuId, quantity }) => {
      const sku = bySku.get(skuId);
      if (!sku) {
        throw new Refusal('product_off_shelf');
      }
      return { skuId, quantity, listFen: sku.priceFen, memberFen: sku.memberPriceFen };
    });
    const freight = place.fulfilment === 'delivery' ? await this.freightRules.of(wanted.brandId) : undefined;
    return {
      ...place,
      member,
      quote: quote({ lines: cartLines, member, freight }),
      skus: new Map(onSale.map((sku) => [sku.id, toCartSku(sku)])),
    };
  }

  private async placeOf(
    reader: Reader,
    memberId: number | null,
    { brandId, fulfilment }: WantedCart,
  ): Promise<Pick<PricedCart, 'fulfilment' | 'storeId' | 'address'>> {
    switch (fulfilment.kind) {
      case 'pickup': {
        const store = await this.stores.find(fulfilment.storeId);
        if (store?.brandId !== brandId || store.kind !== 'store') {
          throw new Refusal('fulfilment_unavailable');
        }
        return { fulfilment: 'pickup', storeId: store.id, address: null };
      }
      case 'delivery': {
        const warehouse = await this.stores.warehouseOf(brandId);
        const address =
          memberId === null ? undefined : await this.addresses.find(reader, memberId, fulfilment.addressId);
        if (!warehouse || !address) {
          throw new Refusal('fulfilment_unavailable');
        }
        const { id: _id, ...content } = address;
        return { fulfilment: 'delivery', storeId: warehouse.id, address: content };
      }
      default:
        return assertNever(fulfilment);
    }
  }
}

const PIECES_MAX = 99;

/** Two lines of one SKU are one line, so that stock and limits see the sum. */
function summedBySku(lines: WantedCart['lines']): { skuId: number; quantity: number }[] {
  const quantities = new Map<number, number>();
  for (const { skuId, quantity } of lines) {
    quantities.set(skuId, (quantities.get(skuId) ?? 0) + quantity);
  }
  return [...quantities].map(([skuId, quantity]) => {
    if (quantity > PIECES_MAX) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'lines', message: `每种商品一次最多买 ${PIECES_MAX} 件` }],
      });
    }
    return { skuId, quantity };
  });
}

function toCartSku({ productId, productName, name, pictureUrl }: SkuOnSale): CartSku {
  return { productId, title: name === productName ? name : `${productName} ${name}`, pictureUrl };
}
