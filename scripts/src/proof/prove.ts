import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { Check, Rule } from './check.js';

export interface Finding {
  readonly rule: Rule;
  readonly check: Check;
  readonly counted: number;
  readonly violations: readonly Record<string, unknown>[];
}

/** Checks every claim in the transaction the connection is in. */
export async function* prove(connection: Connection, rules: readonly Rule[]): AsyncGenerator<Finding> {
  for (const rule of rules) {
    for (const check of rule.checks) {
      const [counts] = await connection.query<RowDataPacket[]>(check.counted);
      const [violations] = await connection.query<RowDataPacket[]>(check.violations);
      yield { rule, check, counted: Number(counts[0]?.['n'] ?? 0), violations };
    }
  }
}

/** Sees the database as it is at this instant, whatever is written meanwhile. */
export async function beginSnapshot(connection: Connection): Promise<void> {
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
}
