import { Logger, Injectable } from '@nestjs/common';
import type { ReviewPart } from '@regulars/shared';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { JobHandler, Jobs, type HandlesJob, type Settle } from '../../platform/jobs/index.js';
import { MiniProgram, type PictureVerdict } from '../../wechat/index.js';
import {
  CHECK_REVIEW,
  CHECK_REVIEW_LATE,
  checkReviewLate,
  type CheckReview,
  type CheckReviewLate,
} from './due-later.js';
import { ReviewsRepository, type ReviewRow } from './reviews.repository.js';

/** WeChat answers about pictures within half an hour. */
const PICTURES_WITHIN_MS = 45 * 60_000;

/** A review is public after WeChat has read it, or a person has; nothing is public in between. */
@JobHandler(CHECK_REVIEW)
export class CheckReviewJob implements HandlesJob<CheckReview> {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsRepository,
    private readonly miniProgram: MiniProgram,
    private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async run({ reviewId, part, openid }: CheckReview, settle: Settle): Promise<void> {
    const review = await this.reviews.find(this.database, reviewId);
    if (!review) {
      return;
    }
    const { text, pictures } = contentOf(review, part);
    const read =
      text === '' ? 'pass' : (await this.miniProgram.checkText({ openid, scene: 'comment', text })).outcome;
    const asked = read === 'pass' ? await this.ask(openid, pictures) : undefined;
    await settle(async (tx) => {
      if (!asked) {
        await this.reviews.move(tx, reviewId, part, ['checking'], 'held');
        return;
      }
      await this.reviews.keepPictureChecks(tx, reviewId, part, asked);
      if (asked.length === 0) {
        await this.reviews.move(tx, reviewId, part, ['checking'], 'public');
        return;
      }
      await this.jobs.schedule(tx, checkReviewLate({ reviewId, part }, this.clock.in(PICTURES_WITHIN_MS)));
    });
  }

  /** The names under which the answers will come; undefined when one of them never will. */
  private async ask(openid: string, pictures: readonly string[]): Promise<string[] | undefined> {
    const traceIds: string[] = [];
    for (const picture of pictures) {
      const url = new URL(picture, this.config.get('publicUrl')).href;
      const asked = await this.miniProgram.checkPicture({ openid, scene: 'comment', url });
      if (asked.outcome === 'unknown') {
        return undefined;
      }
      traceIds.push(asked.traceId);
    }
    return traceIds;
  }
}

@JobHandler(CHECK_REVIEW_LATE)
export class CheckReviewLateJob implements HandlesJob<CheckReviewLate> {
  constructor(private readonly reviews: ReviewsRepository) {}

  async run({ reviewId, part }: CheckReviewLate, settle: Settle): Promise<void> {
    await settle(async (tx) => {
      await this.reviews.move(tx, reviewId, part, ['checking'], 'held');
    });
  }
}

/** WeChat has looked at a picture. */
@Injectable()
export class ApplyPictureVerdict {
  private readonly logger = new Logger(ApplyPictureVerdict.name);

  constructor(private readonly reviews: ReviewsRepository) {}

  async execute(tx: Tx, { traceId, outcome }: PictureVerdict): Promise<void> {
    const asked = await this.reviews.answerPictureCheck(tx, traceId, outcome);
    if (!asked) {
      this.logger.warn(`A verdict on a picture that nobody asked about: ${traceId}`);
      return;
    }
    const { reviewId, part } = asked;
    // Its row is what verdicts on several pictures wait for.
    await this.reviews.lock(tx, reviewId);
    const outcomes = (await this.reviews.pictureChecks(tx, reviewId, part)).map((check) => check.outcome);
    if (outcomes.some((one) => one === 'review' || one === 'risky')) {
      await this.reviews.move(tx, reviewId, part, ['checking'], 'held');
    } else if (outcomes.every((one) => one === 'pass')) {
      await this.reviews.move(tx, reviewId, part, ['checking'], 'public');
    }
  }
}

function contentOf(review: ReviewRow, part: ReviewPart): { text: string; pictures: readonly string[] } {
  return part === 'first'
    ? { text: review.text, pictures: review.pictures }
    : { text: review.moreText ?? '', pictures: review.morePictures };
}
