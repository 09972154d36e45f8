/** When coupons of a template hold: between instants, or so many days from the day on which one is given. */
export interface Validity {
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly validDays: number | null;
}

export interface ValidTime {
  readonly validFrom: Date;
  readonly validTo: Date;
}

/**
 * The time of a coupon that is given now; undefined when it would be over already. `endOf` says when a number of
 * business days, today included, is over.
 */
export function validityFrom(
  { validFrom, validTo, validDays }: Validity,
  now: Date,
  endOf: (days: number) => Date,
): ValidTime | undefined {
  const from = validFrom && validFrom > now ? validFrom : now;
  const to = validTo ?? endOf(validDays ?? 1);
  return to > from ? { validFrom: from, validTo: to } : undefined;
}

export interface ClaimTerms {
  readonly status: 'draft' | 'active' | 'stopped';
  readonly claimable: boolean;
  readonly claimFrom: Date | null;
  readonly claimTo: Date | null;
  readonly tierLevelFrom: number | null;
  readonly quota: number | null;
  readonly issued: number;
  readonly perPerson: number | null;
}

/** Why a member cannot claim it now, in words; undefined when they can. */
export function claimObstacle(
  terms: ClaimTerms,
  { now, tierLevel, taken }: { now: Date; tierLevel: number; taken: number },
): string | undefined {
  if (terms.status !== 'active' || !terms.claimable || (terms.claimTo !== null && now >= terms.claimTo)) {
    return '领取已经结束';
  }
  if (terms.claimFrom !== null && now < terms.claimFrom) {
    return '还没开始领取';
  }
  if (terms.tierLevelFrom !== null && tierLevel < terms.tierLevelFrom) {
    return '升级会员等级后可以领取';
  }
  if (terms.perPerson !== null && taken >= terms.perPerson) {
    return '已领取';
  }
  return terms.quota !== null && terms.issued >= terms.quota ? '已经领完' : undefined;
}
