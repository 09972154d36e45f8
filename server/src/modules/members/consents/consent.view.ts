import { Flag, Instant, ListOf, OneOf, Text } from '../../../platform/http/index.js';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../domain/consents.js';
import type { Consent } from './consent-ledger.js';

export class ConsentView {
  @OneOf(CONSENT_PURPOSES, { name: 'ConsentPurpose', doc: 'For what' })
  purpose: ConsentPurpose;

  @Flag({ doc: 'Whether it holds now' })
  given: boolean;

  @Text({ max: 20, doc: 'The wording they decided on, or would be shown' })
  version: string;

  @Instant({ nullable: true, doc: 'When they decided; null when they were never asked' })
  at: string | null;
}

export class ConsentListView {
  @ListOf(() => ConsentView, { max: 20, doc: 'One for each purpose' })
  items: ConsentView[];
}

export function toConsentListView(consents: readonly Consent[]): ConsentListView {
  return { items: consents.map(toConsentView) };
}

export function toConsentView({ purpose, given, version, at }: Consent): ConsentView {
  return { purpose, given, version, at: at?.toISOString() ?? null };
}
