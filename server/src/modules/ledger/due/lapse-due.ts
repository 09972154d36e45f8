import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { causeKey } from '../domain/cause.js';
import { lapseAll, type Lapsing } from '../domain/due.js';
import { LedgerAccounts } from '../ledger-accounts.js';
import { DueRepository, type BulkTransfer, type ManyAccount } from './due.repository.js';
import { BATCH, NOTHING, groupBy, repeat, type Done, type DueRun, type Patience } from './due-run.js';

interface AccountLapsing extends Lapsing {
  readonly account: ManyAccount;
}

/** Writes off the lots that have lapsed. Until then they can be spent. */
@Injectable()
export class LapseDue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: DueRepository,
    private readonly accounts: LedgerAccounts,
    private readonly clock: Clock,
  ) {}

  run(patience: Patience = {}): Promise<DueRun> {
    const by = this.clock.now();
    return repeat(this.unitOfWork, (tx) => this.batch(tx, by), patience);
  }

  private async batch(tx: Tx, by: Date): Promise<Done | undefined> {
    const due = await this.repository.accountsToLapse(tx, by, BATCH);
    if (due.length === 0) {
      return undefined;
    }
    const accounts = await this.repository.lock(tx, due);
    // Read under the lock: the member may have spent some of it meanwhile.
    const lots = groupBy(await this.repository.lapsedLots(tx, due, by), ({ accountId }) => accountId);
    const lapsings = accounts.flatMap((account): AccountLapsing[] => {
      const lapsing = lapseAll(account.balance, lots.get(account.id) ?? [], by);
      return lapsing ? [{ account, ...lapsing }] : [];
    });
    return lapsings.length === 0 ? NOTHING : this.book(tx, lapsings);
  }

  private async book(tx: Tx, lapsings: readonly AccountLapsing[]): Promise<Done> {
    const transfers = await this.transfers(tx, lapsings);
    const idOf = await this.repository.addTransfers(
      tx,
      transfers.map(({ transfer }) => transfer),
    );
    await this.repository.useUpLots(
      tx,
      transfers.flatMap(({ transfer, taken }) => {
        const transferId = idOf(transfer);
        return taken.map((share) => ({ transferId, share }));
      }),
    );
    const ids = transfers.map(({ transfer }) => idOf(transfer));
    await this.repository.moveBalances(tx, ids, ids.length);
    return { accounts: ids.length, amount: lapsings.reduce((sum, { amount }) => sum + amount, 0) };
  }

  private async transfers(
    tx: Tx,
    lapsings: readonly AccountLapsing[],
  ): Promise<(Pick<Lapsing, 'taken'> & { transfer: BulkTransfer })[]> {
    const causeIds = await this.repository.addLapses(
      tx,
      lapsings.map(({ account, amount }) => ({ accountId: account.id, amount })),
    );
    const transfers: (Pick<Lapsing, 'taken'> & { transfer: BulkTransfer })[] = [];
    for (const { account, amount, taken, availableAfter } of lapsings) {
      const { id, programId, unit } = account;
      const causeId = causeIds.get(id);
      if (causeId === undefined) {
        throw new Error(`The lapse of account ${id} was not kept`);
      }
      const cause = { kind: 'lots.expired', id: causeId, text: '积分到期' } as const;
      const transfer: BulkTransfer = {
        programId,
        unit,
        fromAccountId: id,
        toAccountId: await this.accounts.ofProgram(tx, programId, unit, 'expired'),
        amount,
        cause,
        causeKey: causeKey(cause, unit),
        part: 0,
        text: cause.text,
        fromAfter: availableAfter,
        toAfter: null,
      };
      transfers.push({ taken, transfer });
    }
    return transfers;
  }
}
