import type { ReviewPart } from '@regulars/shared';
import type { NewJob } from '../../platform/jobs/index.js';

export const CHECK_REVIEW = 'reviews.check';
export interface CheckReview {
  readonly reviewId: number;
  readonly part: ReviewPart;
  readonly openid: string;
}

/** WeChat has not answered about all pictures: a person looks instead. */
export const CHECK_REVIEW_LATE = 'reviews.check-late';
export interface CheckReviewLate {
  readonly reviewId: number;
  readonly part: ReviewPart;
}

export function checkReview(payload: CheckReview): NewJob {
  return { kind: CHECK_REVIEW, key: `${payload.reviewId}:${payload.part}`, payload };
}

export function checkReviewLate(payload: CheckReviewLate, dueAt: Date): NewJob {
  return { kind: CHECK_REVIEW_LATE, key: `${payload.reviewId}:${payload.part}`, dueAt, payload };
}
