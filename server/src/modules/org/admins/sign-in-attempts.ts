import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { hashOfSecret } from '../random-code.js';

const WINDOW_MS = 15 * 60_000;

/** Failures within the window after which an account, or an address whatever the accounts, has to wait. */
const ATTEMPTS_MAX = { account: 10, ip: 30 } as const;

export interface Attempt {
  readonly email: string;
  readonly ip: string;
}

interface Subject {
  readonly hash: string;
  readonly attemptsMax: number;
}

/**
 * Brakes guessing. An attempt is counted before it is looked at, so that a thousand parallel guesses are no
 * better than a thousand in a row; a success takes its own count back. Accounts that don't exist are counted too.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `sign_in_locked` */
  async count(attempt: Attempt): Promise<void> {
    const allowed = await this.unitOfWork.run(async (tx) => {
      const counts = [];
      for (const subject of subjectsOf(attempt)) {
        counts.push((await this.countOne(tx, subject.hash)) <= subject.attemptsMax);
      }
      return counts.every(Boolean);
    });
    if (!allowed) {
      throw new Refusal('sign_in_locked');
    }
  }

  /** The attempt was right: the account starts afresh, the address gets its attempt back. */
  async forgive(tx: Tx, attempt: Attempt): Promise<void> {
    const [account, ip] = subjectsOf(attempt);
    await tx.execute('DELETE FROM sign_in_attempt WHERE subject = ?', [account.hash]);
    await tx.execute(
      'UPDATE sign_in_attempt SET attempts = attempts - 1 WHERE subject = ? AND attempts > 0',
      [ip.hash],
    );
  }

  private async countOne(tx: Tx, subject: string): Promise<number> {
    const now = this.clock.now();
    // Assignments run from left to right: the count is decided by the window that was.
    await tx.execute(
      `INSERT INTO sign_in_attempt (subject, attempts, window_ends_at) VALUES (?, 1, ?)
       ON DUPLICATE KEY UPDATE
         attempts = IF(window_ends_at <= ?, 1, attempts + 1),
         window_ends_at = IF(window_ends_at <= ?, VALUES(window_ends_at), window_ends_at)`,
      [subject, this.clock.in(WINDOW_MS), now, now],
    );
    const row = await tx.one<{ attempts: number }>('SELECT attempts FROM sign_in_attempt WHERE subject = ?', [
      subject,
    ]);
    return row?.attempts ?? 0;
  }
}

function subjectsOf({ email, ip }: Attempt): readonly [Subject, Subject] {
  return [
    { hash: hashOfSecret(`account:${email}`), attemptsMax: ATTEMPTS_MAX.account },
    { hash: hashOfSecret(`ip:${ip}`), attemptsMax: ATTEMPTS_MAX.ip },
  ];
}
