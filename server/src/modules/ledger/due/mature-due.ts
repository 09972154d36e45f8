import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { causeKey } from '../domain/cause.js';
import { matureAll, type Maturing } from '../domain/due.js';
import { textOf, type MemberRole } from '../domain/legs.js';
import { DueRepository, type BulkTransfer, type DueHoldRow, type ManyAccount } from './due.repository.js';
import { BATCH, groupBy, repeat, type Done, type DueRun, type Patience } from './due-run.js';

interface MaturingTransfer {
  readonly hold: DueHoldRow;
  readonly to: Maturing['to'];
  readonly transfer: BulkTransfer;
}

/** Lets earnings that have waited long enough be spent; what is owed is repaid first. */
@Injectable()
export class MatureDue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: DueRepository,
    private readonly clock: Clock,
  ) {}

  run(patience: Patience = {}): Promise<DueRun> {
    const by = this.clock.now();
    return repeat(this.unitOfWork, (tx) => this.batch(tx, by), patience);
  }

  private async batch(tx: Tx, by: Date): Promise<Done | undefined> {
    const due = await this.repository.accountsToMature(tx, by, BATCH);
    if (due.length === 0) {
      return undefined;
    }
    const accounts = await this.repository.lockSiblings(tx, due);
    // Read under the lock: a refund may have taken some of it back meanwhile.
    const holds = groupBy(await this.repository.dueHolds(tx, due, by), ({ accountId }) => accountId);
    const transfers = ownersOf(accounts).flatMap((owner) => {
      const own = owner.pending && holds.get(owner.pending.id);
      return own ? maturingsOf(owner, own) : [];
    });
    if (transfers.length > 0) {
      await this.book(tx, transfers);
    }
    return {
      accounts: holds.size,
      amount: transfers.reduce((sum, { transfer }) => sum + transfer.amount, 0),
    };
  }

  private async book(tx: Tx, transfers: readonly MaturingTransfer[]): Promise<void> {
    const idOf = await this.repository.addTransfers(
      tx,
      transfers.map(({ transfer }) => transfer),
    );
    await this.repository.addLots(
      tx,
      transfers
        .filter(({ to }) => to === 'available')
        .map(({ transfer, hold }) => ({
          accountId: transfer.toAccountId,
          transferId: idOf(transfer),
          amount: transfer.amount,
          expiresAt: hold.expiresAt,
        })),
    );
    const ids = transfers.map(({ transfer }) => idOf(transfer));
    await this.repository.endHolds(tx, [...new Set(transfers.map(({ hold }) => hold.id))], ids);
    const touched = new Set(
      transfers.flatMap(({ transfer }) => [transfer.fromAccountId, transfer.toAccountId]),
    );
    await this.repository.moveBalances(tx, ids, touched.size);
  }
}

type OwnerAccounts = Partial<Record<MemberRole, ManyAccount>>;

function ownersOf(accounts: readonly ManyAccount[]): OwnerAccounts[] {
  const owners = new Map<string, OwnerAccounts>();
  for (const account of accounts) {
    const key = `${account.memberId}:${account.programId}:${account.unit}`;
    owners.set(key, { ...owners.get(key), [account.role]: account });
  }
  return [...owners.values()];
}

function maturingsOf(owner: OwnerAccounts, holds: readonly DueHoldRow[]): MaturingTransfer[] {
  const balanceOf = (role: MemberRole): number => owner[role]?.balance ?? 0;
  const balances = {
    pending: balanceOf('pending'),
    available: balanceOf('available'),
    debt: balanceOf('debt'),
  };
  return matureAll(balances, holds).flatMap(({ hold, maturings }) =>
    maturings.map((maturing, part) => ({
      hold,
      to: maturing.to,
      transfer: toTransfer(owner, hold, maturing, part),
    })),
  );
}

function toTransfer(owner: OwnerAccounts, hold: DueHoldRow, maturing: Maturing, part: number): BulkTransfer {
  const { pending, [maturing.to]: to } = owner;
  if (!pending || !to) {
    throw new Error(`Hold ${hold.id} has nowhere to mature to`);
  }
  const cause = { kind: 'points.matured', id: hold.id, text: hold.text } as const;
  return {
    programId: pending.programId,
    unit: pending.unit,
    fromAccountId: pending.id,
    toAccountId: to.id,
    amount: maturing.amount,
    cause,
    causeKey: causeKey(cause, pending.unit),
    part,
    text: textOf({ role: maturing.to, amount: maturing.amount }, hold.text),
    fromAfter: maturing.pendingAfter,
    toAfter: maturing.toAfter,
  };
}
