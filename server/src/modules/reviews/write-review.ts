import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../platform/database/index.js';
import { Refusal, notFound } from '../../platform/http/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Pictures } from '../../platform/media/index.js';
import { People } from '../members/index.js';
import { RefundableOrders } from '../orders/index.js';
import { checkReview } from './due-later.js';
import { ReviewsRepository } from './reviews.repository.js';

export interface Author {
  readonly memberId: number;
  readonly openid: string;
}

export interface ReviewWish {
  readonly orderId: number;
  readonly lineId: number;
  readonly stars: number;
  readonly text: string;
  readonly pictures: readonly string[];
  readonly anonymous: boolean;
}

/** Whoever has received goods says once what they think of them, and may add to it once. */
@Injectable()
export class WriteReview {
  constructor(
    private readonly reviews: ReviewsRepository,
    private readonly orders: RefundableOrders,
    private readonly people: People,
    private readonly pictures: Pictures,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found`, `review_not_possible`, `review_exists`, `picture_unknown` */
  async execute(tx: Tx, { memberId, openid }: Author, wish: ReviewWish): Promise<number> {
    const { order, lines } = await this.orders.lockOfMember(tx, memberId, wish.orderId);
    const line = lines.find(({ id }) => id === wish.lineId);
    if (!line) {
      throw notFound();
    }
    if (order.completedAt === null) {
      throw new Refusal('review_not_possible');
    }
    await this.pictures.attachOfMember(tx, memberId, wish.pictures);
    const id = await this.insertOnce(tx, {
      brandId: order.brandId,
      orderId: order.id,
      lineId: line.id,
      productId: line.productId,
      goodsName: line.name,
      memberId,
      author: wish.anonymous ? '匿名顾客' : await this.shownName(tx, memberId),
      stars: wish.stars,
      text: wish.text,
      pictures: wish.pictures,
      createdAt: this.clock.now(),
    });
    await this.jobs.schedule(tx, checkReview({ reviewId: id, part: 'first', openid }));
    return id;
  }

  /** @throws Refusal `not_found`, `review_exists`, `picture_unknown` */
  async addMore(
    tx: Tx,
    { memberId, openid }: Author,
    id: number,
    more: { text: string; pictures: readonly string[] },
  ): Promise<void> {
    const review = await this.reviews.lock(tx, id);
    if (review?.memberId !== memberId) {
      throw notFound();
    }
    await this.pictures.attachOfMember(tx, memberId, more.pictures);
    if (!(await this.reviews.addMore(tx, id, { ...more, at: this.clock.now() }))) {
      throw new Refusal('review_exists', { detail: '每条评价只能追加一次。' });
    }
    await this.jobs.schedule(tx, checkReview({ reviewId: id, part: 'more', openid }));
  }

  private async insertOnce(tx: Tx, review: Parameters<ReviewsRepository['insert']>[1]): Promise<number> {
    try {
      return await this.reviews.insert(tx, review);
    } catch (error) {
      throw isDuplicateKey(error) ? new Refusal('review_exists') : error;
    }
  }

  /** The first letter is enough to be somebody. */
  private async shownName(tx: Tx, memberId: number): Promise<string> {
    const [first = '顾'] = [...((await this.people.find(tx, memberId))?.name ?? '顾')];
    return `${first}**`;
  }
}
