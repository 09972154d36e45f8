import { Instant, Text, Whole } from '../../../platform/http/index.js';
import type { CardCodes } from './member-codes.js';

export class CardCodeView {
  @Text({ max: 31, doc: 'To be shown as a QR code' })
  code: string;

  @Instant({ doc: 'Until when the code is taken' })
  expiresAt: string;

  @Whole({ min: 1, max: 30, doc: 'When to ask for the next one' })
  refreshAfterSeconds: number;

  @Text({ max: 31, doc: 'To be shown instead while the phone has no network; taken for five minutes' })
  offlineCode: string;
}

export function toCardCodeView({ expiresAt, ...codes }: CardCodes): CardCodeView {
  return { ...codes, expiresAt: expiresAt.toISOString() };
}
