export const CONSENT_PURPOSES = ['service', 'marketing'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export const CONSENT_CHANNELS = ['miniapp', 'staff', 'console'] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];

/** Which wording people are shown today. A new wording gets a new version, so that it's known who agreed to what. */
export const CONSENT_VERSION: Readonly<Record<ConsentPurpose, string>> = {
  service: '2026-11',
  marketing: '2026-11',
};

export interface ConsentChoice {
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
}

export interface StoredConsent extends ConsentChoice {
  readonly version: string;
}

/** A membership is a service: without this consent there is no card. */
export function allowsMembership(choices: readonly ConsentChoice[]): boolean {
  return choices.findLast(({ purpose }) => purpose === 'service')?.given ?? false;
}

/**
 * What is worth a new line in the consent ledger: the last word on each purpose, where it differs from what is
 * stored or answers a newer wording.
 */
export function newlyDecided(
  choices: readonly ConsentChoice[],
  stored: readonly StoredConsent[],
): ConsentChoice[] {
  return CONSENT_PURPOSES.flatMap((purpose) => {
    const choice = choices.findLast((one) => one.purpose === purpose);
    const current = stored.find((one) => one.purpose === purpose);
    const known = current?.given === choice?.given && current?.version === CONSENT_VERSION[purpose];
    return choice && !known ? [choice] : [];
  });
}
