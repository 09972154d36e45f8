import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { ProductLookup, type SkuOnSale } from '../catalogue/index.js';
import { Inventory, type StockLine } from '../inventory/index.js';
import type { AddressContent } from '../members/index.js';
import { BrandLookup } from '../org/index.js';
import { ConfirmPayment } from './confirm-payment.js';
import { newOutTradeNo } from './order-numbers.js';
import { OrdersRepository, type NewOrderLine } from './orders.repository.js';

export interface ExchangeWish {
  /** The order whose goods came back: the replacement goes the same way. */
  readonly orderId: number;
  /** One line for each SKU. */
  readonly lines: readonly StockLine[];
}

/** The order that brings a replacement. It costs nothing, so it is paid as soon as it is placed. */
@Injectable()
export class PlaceExchange {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly products: ProductLookup,
    private readonly brands: BrandLookup,
    private readonly inventory: Inventory,
    private readonly confirmPayment: ConfirmPayment,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `sold_out`, `product_off_shelf` */
  async execute(tx: Tx, { orderId, lines }: ExchangeWish): Promise<number> {
    const original = await this.orders.lock(tx, orderId);
    if (!original) {
      throw new Error(`Exchange of order ${orderId}, which does not exist`);
    }
    const { brandId, memberId, storeId, fulfilment, address } = original;
    const skus = await this.products.skusOnSale(
      tx,
      brandId,
      lines.map(({ skuId }) => skuId),
    );
    const { timeZone } = await this.brands.get(brandId);
    const businessDay = this.clock.businessDay(timeZone);
    const now = this.clock.now();
    const [id] = await this.orders.insert(tx, [
      {
        outTradeNo: newOutTradeNo(businessDay),
        brandId,
        memberId,
        storeId,
        fulfilment,
        address,
        receiverPhoneIndex: this.phoneIndex(address),
        goodsFen: 0,
        discountFen: 0,
        freightFen: 0,
        payFen: 0,
        points: 0,
        steps: [{ rule: 'list', label: '换货，不另收费', amountFen: 0 }],
        note: `换货，原订单 ${original.outTradeNo.slice(-6)}`,
        businessDay,
        createdAt: now,
        expiresAt: now,
        window: null,
        checkoutLinkId: null,
        lines: lines.map((line) => toOrderLine(line, skus)),
      },
    ]);
    if (id === undefined) {
      throw new Error('An order was placed and is not there');
    }
    await this.inventory.reserve(tx, storeId, [{ orderId: id, lines }]);
    await this.confirmPayment.execute(tx, { orderId: id, paidFen: 0, paidAt: now });
    return id;
  }

  private phoneIndex(address: string | null): string | null {
    return (
      address && this.cipher.index('phone', (JSON.parse(this.cipher.open(address)) as AddressContent).phone)
    );
  }
}

function toOrderLine({ skuId, quantity }: StockLine, skus: readonly SkuOnSale[]): NewOrderLine {
  const sku = skus.find(({ id }) => id === skuId);
  if (!sku) {
    throw new Refusal('product_off_shelf', { detail: '要换的规格已经下架，可以改为退款。' });
  }
  const { productId, productName, name, pictureUrl } = sku;
  const title = name === productName ? name : `${productName} ${name}`;
  return { skuId, productId, name: title, pictureUrl, quantity, listFen: 0, totalFen: 0, points: 0 };
}
