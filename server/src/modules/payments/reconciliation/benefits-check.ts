import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { EarningsLookup } from '../../loyalty/index.js';
import { judgePoints } from './domain/benefits.js';
import type { Finding } from './domain/judge.js';
import type { TradedOrder } from './our-books.repository.js';

const ORDERS_AT_ONCE = 500;

/** The third way of the match: what else changed hands with the money of these orders. */
@Injectable()
export class BenefitsCheck {
  constructor(private readonly earnings: EarningsLookup) {}

  async find(reader: Reader, orders: readonly TradedOrder[]): Promise<Finding[]> {
    const found: Finding[] = [];
    for (let at = 0; at < orders.length; at += ORDERS_AT_ONCE) {
      found.push(...(await this.findSome(reader, orders.slice(at, at + ORDERS_AT_ONCE))));
    }
    return found;
  }

  private async findSome(reader: Reader, orders: readonly TradedOrder[]): Promise<Finding[]> {
    const points = new Map((await this.earnings.check(reader, orders)).map((each) => [each.orderId, each]));
    return orders.flatMap((order) => judgePoints(order, points.get(order.orderId)) ?? []);
  }
}
