import type { Connection } from 'mysql2/promise';

/** One program, its accounts by role. */
export const PROGRAM = { id: 1, issued: 1, redeemed: 2, expired: 3 } as const;
/** What every member has behind them: ten bookings, twenty entries. */
export const TRANSFERS_PER_MEMBER = 10;
const CHUNK = 100_000;

/** Due for us, and due for the bare statements that do the same work afterwards. */
export const OURS_DUE = 'UTC_TIMESTAMP(3) - INTERVAL 1 HOUR';
export const BARE_DUE = 'UTC_TIMESTAMP(3) + INTERVAL 5 DAY';

interface Booking {
  readonly kind: 'earn' | 'spend' | 'pend';
  readonly amount: number;
  /** Of the spendable or the waiting account. */
  readonly after: number;
  readonly expires?: string;
  readonly matures?: string;
  /** The earning whose lot is spent, by its place. */
  readonly from?: number;
}

/** Two lots and two waiting earnings are due: one of each for us, one for the bare statements. */
const BOOKINGS: readonly Booking[] = [
  { kind: 'earn', amount: 100, after: 100, expires: 'UTC_TIMESTAMP(3) + INTERVAL 600 DAY' },
  { kind: 'earn', amount: 80, after: 180, expires: 'UTC_TIMESTAMP(3) + INTERVAL 200 DAY' },
  { kind: 'earn', amount: 40, after: 220, expires: OURS_DUE },
  { kind: 'earn', amount: 25, after: 245, expires: BARE_DUE },
  { kind: 'earn', amount: 10, after: 255 },
  { kind: 'spend', amount: 100, after: 155, from: 1 },
  { kind: 'spend', amount: 30, after: 125, from: 2 },
  { kind: 'spend', amount: 5, after: 120, from: 5 },
  { kind: 'pend', amount: 60, after: 60, matures: OURS_DUE },
  { kind: 'pend', amount: 45, after: 105, matures: BARE_DUE },
];

const AVAILABLE = 120;
const PENDING = 105;

/** The member's accounts; the program's own come first. */
export const AVAILABLE_ID = '(8 + 2 * n)';
export const PENDING_ID = '(9 + 2 * n)';

/** Books of so many members, as if they had filled over months: what one member did lies far apart. */
export async function seed(
  connection: Connection,
  members: number,
  note: (text: string) => void,
): Promise<void> {
  const run = async (sql: string): Promise<void> => void (await connection.query(sql));
  await run('SET SESSION unique_checks = 0, SESSION foreign_key_checks = 0');
  await run('CREATE TABLE bench_number (n INT UNSIGNED NOT NULL PRIMARY KEY)');
  await run('INSERT INTO bench_number VALUES (1)');
  for (let count = 1; count < members; count *= 2) {
    await run(
      `INSERT INTO bench_number SELECT n + ${count} FROM bench_number WHERE n + ${count} <= ${members}`,
    );
  }
  const now = 'UTC_TIMESTAMP(3)';
  await run(
    `INSERT INTO ledger_account (id, owner_kind, owner_id, program_id, unit, role, balance, created_at)
     VALUES ${(['issued', 'redeemed', 'expired'] as const)
       .map((role) => `(${PROGRAM[role]}, 'program', 1, 1, 'points', '${role}', NULL, ${now})`)
       .join(', ')}`,
  );
  const chunked = async (sql: (where: string) => string): Promise<void> => {
    for (let from = 0; from < members; from += CHUNK) {
      await run(sql(`n > ${from} AND n <= ${from + CHUNK}`));
    }
  };
  await chunked(
    (
      where,
    ) => `INSERT INTO ledger_account (id, owner_kind, owner_id, program_id, unit, role, balance, created_at)
      SELECT ${AVAILABLE_ID}, 'member', n, 1, 'points', 'available', ${AVAILABLE}, ${now} FROM bench_number WHERE ${where}
       UNION ALL
      SELECT ${PENDING_ID}, 'member', n, 1, 'points', 'pending', ${PENDING}, ${now} FROM bench_number WHERE ${where}`,
  );
  for (const [index, booking] of BOOKINGS.entries()) {
    note(`  booking ${index + 1} of ${BOOKINGS.length}`);
    await book(chunked, booking, index, members);
  }
  await run('SET SESSION unique_checks = 1, SESSION foreign_key_checks = 1');
  await run('DROP TABLE bench_number');
  await run(
    'ANALYZE TABLE ledger_account, ledger_transfer, ledger_entry, ledger_lot, ledger_lot_use, ledger_hold',
  );
}

async function book(
  chunked: (sql: (where: string) => string) => Promise<void>,
  { kind, amount, after, expires, matures, from }: Booking,
  index: number,
  members: number,
): Promise<void> {
  const id = `(${index * members} + n)`;
  const own = kind === 'pend' ? PENDING_ID : AVAILABLE_ID;
  const other = kind === 'spend' ? PROGRAM.redeemed : PROGRAM.issued;
  const cause = kind === 'spend' ? 'redemption.made' : 'order.paid';
  const [source, target] = kind === 'spend' ? [own, String(other)] : [String(other), own];
  await chunked(
    (
      where,
    ) => `INSERT INTO ledger_transfer (id, program_id, unit, from_account_id, to_account_id, amount, cause_kind,
        cause_id, cause_key, part, text, business_day, at)
      SELECT ${id}, 1, 'points', ${source}, ${target}, ${amount}, '${cause}', ${id},
             CONCAT('${cause}:', ${id}, ':points'), 0, '消费获得积分', CURRENT_DATE, UTC_TIMESTAMP(3)
        FROM bench_number WHERE ${where}`,
  );
  await chunked(
    (where) => `INSERT INTO ledger_entry (transfer_id, account_id, amount, balance_after)
      SELECT ${id}, ${own}, ${kind === 'spend' ? -amount : amount}, ${after} FROM bench_number WHERE ${where}
       UNION ALL
      SELECT ${id}, ${other}, ${kind === 'spend' ? amount : -amount}, NULL FROM bench_number WHERE ${where}`,
  );
  if (kind === 'earn') {
    const spent = BOOKINGS.reduce((sum, one) => sum + (one.from === index + 1 ? one.amount : 0), 0);
    await chunked(
      (where) => `INSERT INTO ledger_lot (id, account_id, transfer_id, amount, remaining, expires_at)
        SELECT ${id}, ${own}, ${id}, ${amount}, ${amount - spent}, ${expires ?? 'NULL'} FROM bench_number WHERE ${where}`,
    );
  } else if (kind === 'pend') {
    await chunked(
      (where) => `INSERT INTO ledger_hold (account_id, transfer_id, amount, matures_at, expires_at)
        SELECT ${own}, ${id}, ${amount}, ${matures ?? 'NULL'}, UTC_TIMESTAMP(3) + INTERVAL 300 DAY
          FROM bench_number WHERE ${where}`,
    );
  } else {
    const lot = `(${((from ?? 1) - 1) * members} + n)`;
    await chunked(
      (where) => `INSERT INTO ledger_lot_use (transfer_id, lot_id, amount)
        SELECT ${id}, ${lot}, ${amount} FROM bench_number WHERE ${where}`,
    );
  }
}
