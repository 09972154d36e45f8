/** `checking`: WeChat reads it; `held`: a person has to look; only `public` ones are shown. */
export const REVIEW_STATUSES = ['checking', 'public', 'held', 'hidden'] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export const REVIEW_STATUS_TEXT: Readonly<Record<ReviewStatus, string>> = {
  checking: '审核中',
  public: '已公开',
  held: '等待人工审核',
  hidden: '未公开',
};

/** The author's first words, and what they add later. */
export const REVIEW_PARTS = ['first', 'more'] as const;
export type ReviewPart = (typeof REVIEW_PARTS)[number];

export const STARS_MAX = 5;
