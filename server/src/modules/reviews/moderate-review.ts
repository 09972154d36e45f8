import { Injectable } from '@nestjs/common';
import type { ReviewPart } from '@regulars/shared';
import { Audit } from '../../platform/audit/index.js';
import type { AdminActor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, notFound } from '../../platform/http/index.js';
import { ReviewsRepository, type ReviewRow } from './reviews.repository.js';

/** What a person at the brand does with reviews. Bad ones may be answered; hiding needs a reason that is kept. */
@Injectable()
export class ModerateReview {
  constructor(
    private readonly reviews: ReviewsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found`, `review_not_decidable` */
  async approve(tx: Tx, admin: AdminActor, id: number, part: ReviewPart): Promise<void> {
    const review = await this.lock(tx, admin, id);
    if (!(await this.reviews.move(tx, id, part, ['held', 'hidden'], 'public'))) {
      throw new Refusal('review_not_decidable');
    }
    await this.reviews.setHiddenReason(tx, id, null);
    await this.record(tx, admin, review, 'review.approved', { part });
  }

  /** @throws Refusal `not_found`, `review_not_decidable` */
  async hide(tx: Tx, admin: AdminActor, id: number, part: ReviewPart, reason: string): Promise<void> {
    const review = await this.lock(tx, admin, id);
    if (!(await this.reviews.move(tx, id, part, ['held', 'public'], 'hidden'))) {
      throw new Refusal('review_not_decidable');
    }
    await this.reviews.setHiddenReason(tx, id, reason);
    await this.record(tx, admin, review, 'review.hidden', { part, reason });
  }

  /** Answering again replaces the answer. @throws Refusal `not_found` */
  async reply(tx: Tx, admin: AdminActor, id: number, text: string): Promise<void> {
    const review = await this.lock(tx, admin, id);
    await this.reviews.setReply(tx, id, text, this.clock.now());
    await this.record(tx, admin, review, 'review.replied', { before: review.reply });
  }

  private async lock(tx: Tx, admin: AdminActor, id: number): Promise<ReviewRow> {
    const review = await this.reviews.lock(tx, id);
    if (!review || !admin.brandIds.includes(review.brandId)) {
      throw notFound();
    }
    return review;
  }

  private record(tx: Tx, admin: AdminActor, { id, brandId }: ReviewRow, action: string, detail: object) {
    const actor = { kind: 'admin', id: admin.adminId } as const;
    return this.audit.record(tx, { actor, brandId, action, subject: { kind: 'review', id }, detail });
  }
}
