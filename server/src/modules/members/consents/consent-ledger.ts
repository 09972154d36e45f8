import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { rowPlaceholders, type Reader, type Tx } from '../../../platform/database/index.js';
import {
  CONSENT_PURPOSES,
  CONSENT_VERSION,
  newlyDecided,
  type ConsentChannel,
  type ConsentChoice,
  type ConsentPurpose,
  type StoredConsent,
} from '../domain/consents.js';

export interface Consent {
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  readonly version: string;
  /** Null when they were never asked. */
  readonly at: Date | null;
}

export interface ConsentRecord {
  readonly memberId: number;
  readonly brandId: number;
  readonly choices: readonly ConsentChoice[];
  readonly channel: ConsentChannel;
}

type ConsentRow = StoredConsent & { given: 0 | 1 | boolean; at: Date };

/** What a member has agreed to with a brand, purpose by purpose. Lines are added, never changed. */
@Injectable()
export class ConsentLedger {
  constructor(private readonly clock: Clock) {}

  /** The last word on every purpose; silence is no consent. */
  async current(reader: Reader, memberId: number, brandId: number): Promise<Consent[]> {
    const stored = await this.stored(reader, memberId, brandId);
    return CONSENT_PURPOSES.map((purpose) => {
      const row = stored.find((one) => one.purpose === purpose);
      return row ?? { purpose, given: false, version: CONSENT_VERSION[purpose], at: null };
    });
  }

  /** Writes what is new; saying the same again adds nothing. */
  async record(tx: Tx, { memberId, brandId, choices, channel }: ConsentRecord): Promise<void> {
    const decided = newlyDecided(choices, await this.stored(tx, memberId, brandId));
    if (decided.length === 0) {
      return;
    }
    const at = this.clock.now();
    await tx.execute(
      `INSERT INTO consent (member_id, brand_id, purpose, version, channel, given, at)
       VALUES ${rowPlaceholders(decided.length, 7)}`,
      decided.flatMap(({ purpose, given }) => [
        memberId,
        brandId,
        purpose,
        CONSENT_VERSION[purpose],
        channel,
        given,
        at,
      ]),
    );
  }

  async withdrawAll(tx: Tx, memberId: number, brandId: number): Promise<void> {
    const given = (await this.stored(tx, memberId, brandId)).filter((consent) => consent.given);
    const choices = given.map(({ purpose }) => ({ purpose, given: false }));
    await this.record(tx, { memberId, brandId, choices, channel: 'miniapp' });
  }

  private async stored(
    reader: Reader,
    memberId: number,
    brandId: number,
  ): Promise<Required<Consent & { at: Date }>[]> {
    const rows = await reader.query<ConsentRow>(
      `SELECT c.purpose, c.given, c.version, c.at
       FROM consent c
       JOIN (SELECT MAX(id) AS id FROM consent WHERE member_id = ? AND brand_id = ? GROUP BY purpose) last ON last.id = c.id`,
      [memberId, brandId],
    );
    return rows.map(({ given, ...row }) => ({ ...row, given: Boolean(given) }));
  }
}
