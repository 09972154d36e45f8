import { Injectable } from '@nestjs/common';
import { Clock, minuteOfDay } from '../../../platform/clock/index.js';
import { UnitOfWork, type Reader, type Tx } from '../../../platform/database/index.js';
import { JobHandler, type HandlesJob } from '../../../platform/jobs/index.js';
import type { Flow } from '../domain/liability.js';
import type { Unit } from '../domain/units.js';

export interface FlowOfMonth extends Flow {
  /** 'YYYY-MM' */
  readonly month: string;
}

const SUMMED = `SELECT transfer.business_day AS day, transfer.program_id, transfer.unit, transfer.cause_kind,
    source.role AS from_role, target.role AS to_role, SUM(transfer.amount) AS amount, COUNT(*) AS transfers
  FROM ledger_transfer transfer
  JOIN ledger_account source ON source.id = transfer.from_account_id
  JOIN ledger_account target ON target.id = transfer.to_account_id`;
const GROUPED = `GROUP BY transfer.business_day, transfer.program_id, transfer.unit, transfer.cause_kind, source.role,
  target.role`;

/** What each day moved, by cause: summed once when it is over; the day that runs is summed when it is asked for. */
@Injectable()
export class LedgerDays {
  constructor(private readonly clock: Clock) {}

  /** The oldest day that is over and not summed yet. */
  async next(reader: Reader): Promise<string | undefined> {
    const row = await reader.one<{ day: string | null }>(
      `SELECT MIN(business_day) AS day FROM ledger_transfer
        WHERE business_day > COALESCE((SELECT MAX(business_day) FROM ledger_day_summed), '0001-01-01')
          AND business_day < ?`,
      [this.clock.businessDay()],
    );
    return row?.day ?? undefined;
  }

  async sum(tx: Tx, day: string): Promise<void> {
    await tx.execute('INSERT INTO ledger_day_summed (business_day, at) VALUES (?, ?)', [
      day,
      this.clock.now(),
    ]);
    await tx.execute(
      `INSERT INTO ledger_day (business_day, program_id, unit, cause_kind, from_role, to_role, amount, transfers)
       ${SUMMED} WHERE transfer.business_day = ? ${GROUPED}`,
      [day],
    );
  }

  /** By month and cause, days that are not summed yet included. */
  async flows(reader: Reader, programId: number, unit: Unit): Promise<FlowOfMonth[]> {
    return reader.query<FlowOfMonth>(
      `SELECT DATE_FORMAT(days.day, '%Y-%m') AS month, days.cause_kind AS cause, days.from_role AS \`from\`,
              days.to_role AS \`to\`, CAST(SUM(days.amount) AS SIGNED) AS amount
         FROM (SELECT business_day AS day, cause_kind, from_role, to_role, amount FROM ledger_day
                WHERE program_id = ? AND unit = ?
                UNION ALL
               SELECT day, cause_kind, from_role, to_role, amount FROM (
                 ${SUMMED}
                 WHERE transfer.program_id = ? AND transfer.unit = ?
                   AND transfer.business_day > COALESCE((SELECT MAX(business_day) FROM ledger_day_summed), '0001-01-01')
                 ${GROUPED}) running) days
        GROUP BY month, cause, \`from\`, \`to\`
        ORDER BY month, cause`,
      [programId, unit, programId, unit],
    );
  }
}

/** Late enough that nothing is booked on the day before any more. */
const FROM_MINUTE = 60;

/** Sums the days that are over, one transaction each. */
@JobHandler('ledger.sum-days', { everySeconds: 600 })
export class SumLedgerDays implements HandlesJob<object> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly days: LedgerDays,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    if (minuteOfDay(this.clock.now()) < FROM_MINUTE) {
      return;
    }
    // Two at once would sum the same day: the second finds it done and fails, to look again later.
    for (let more = true; more;) {
      more = await this.unitOfWork.run(async (tx) => {
        const day = await this.days.next(tx);
        if (day !== undefined) {
          await this.days.sum(tx, day);
        }
        return day !== undefined;
      });
    }
  }
}
