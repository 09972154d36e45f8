import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { rowPlaceholders, type Reader, type SqlValue, type Tx } from '../../../platform/database/index.js';
import { STEP_TABLES, type Claim, type Step } from './claims.js';

export interface Proof {
  readonly id: number;
  readonly businessDay: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly step: Step;
  /** Everything up to this id is proved in the step. */
  readonly afterId: number;
  readonly accounts: number;
  readonly entries: number;
  readonly violations: number;
}

export interface Violation {
  readonly rowId: number;
  readonly expected: number | null;
  readonly found: number | null;
}

export interface Finding extends Violation {
  readonly claim: string;
}

const COLUMNS = `id, business_day AS businessDay, started_at AS startedAt, finished_at AS finishedAt, step,
  after_id AS afterId, accounts, entries, violations`;

/** SQL of the nightly proof. */
@Injectable()
export class ProofsRepository {
  constructor(private readonly clock: Clock) {}

  /** The proof of a day, begun when there is none. */
  async ofDay(tx: Tx, businessDay: string): Promise<Proof> {
    await tx.execute(
      `INSERT INTO ledger_proof (business_day, started_at, step, after_id, accounts, entries, violations)
       VALUES (?, ?, 'accounts', 0, 0, 0, 0) ON DUPLICATE KEY UPDATE ledger_proof.id = ledger_proof.id`,
      [businessDay, this.clock.now()],
    );
    const proof = await tx.one<Proof>(
      `SELECT ${COLUMNS} FROM ledger_proof WHERE business_day = ? FOR UPDATE`,
      [businessDay],
    );
    if (!proof) {
      throw new Error(`The proof of ${businessDay} is not there`);
    }
    return proof;
  }

  newest(reader: Reader): Promise<Proof | undefined> {
    return reader.one<Proof>(
      `SELECT ${COLUMNS} FROM ledger_proof WHERE finished_at IS NOT NULL ORDER BY business_day DESC LIMIT 1`,
    );
  }

  findings(reader: Reader, proofId: number, limit: number): Promise<Finding[]> {
    return reader.query<Finding>(
      'SELECT claim, row_id AS rowId, expected, found FROM ledger_proof_finding WHERE proof_id = ? ORDER BY id LIMIT ?',
      [proofId, String(limit)],
    );
  }

  /** The last id of the next stretch of a step; undefined at its end. */
  async stretch(reader: Reader, step: Step, afterId: number, rows: number): Promise<number | undefined> {
    const row = await reader.one<{ last: number | null }>(
      `SELECT MAX(id) AS last FROM (SELECT id FROM ${STEP_TABLES[step]} WHERE id > ? ORDER BY id LIMIT ?) stretch`,
      [afterId, String(rows)],
    );
    return row?.last ?? undefined;
  }

  violations(reader: Reader, claim: Claim, afterId: number, lastId: number): Promise<Violation[]> {
    return reader.query<Violation>(claim.sql, [afterId, lastId]);
  }

  async countAccounts(reader: Reader, afterId: number, lastId: number): Promise<number> {
    const row = await reader.one<{ n: number }>(
      'SELECT COUNT(*) AS n FROM ledger_account WHERE id > ? AND id <= ?',
      [afterId, lastId],
    );
    return row?.n ?? 0;
  }

  /** Two of each transfer: that there are neither more nor fewer is what is being proved. */
  async countEntries(reader: Reader, afterTransferId: number, lastTransferId: number): Promise<number> {
    const row = await reader.one<{ n: number }>(
      'SELECT 2 * COUNT(*) AS n FROM ledger_transfer WHERE id > ? AND id <= ?',
      [afterTransferId, lastTransferId],
    );
    return row?.n ?? 0;
  }

  async keep(tx: Tx, proof: Proof, findings: readonly Finding[]): Promise<void> {
    if (findings.length > 0) {
      await tx.execute(
        `INSERT INTO ledger_proof_finding (proof_id, claim, row_id, expected, found)
         VALUES ${rowPlaceholders(findings.length, 5)}
         ON DUPLICATE KEY UPDATE ledger_proof_finding.id = ledger_proof_finding.id`,
        findings.flatMap((finding): SqlValue[] => [
          proof.id,
          finding.claim,
          finding.rowId,
          finding.expected,
          finding.found,
        ]),
      );
    }
    await tx.execute(
      `UPDATE ledger_proof SET step = ?, after_id = ?, accounts = ?, entries = ?, violations = ?, finished_at = ?
        WHERE id = ?`,
      [
        proof.step,
        proof.afterId,
        proof.accounts,
        proof.entries,
        proof.violations,
        proof.finishedAt,
        proof.id,
      ],
    );
  }
}
