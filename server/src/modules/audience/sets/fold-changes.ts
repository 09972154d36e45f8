import { Injectable } from '@nestjs/common';
import { placeholders, UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { JobHandler, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import { BlockWriter } from './block-writer.js';
import { applied } from './snapshot.js';

interface Changed {
  readonly setId: number;
  readonly block: number;
}

interface ChangeRow {
  memberOffset: number;
  value: number | null;
}

/** Changes of one block that are folded in one transaction. */
const CHANGES_MAX = 20_000;
/** Well below the lease of a job, so that a long queue is handed on rather than lost. */
const BUDGET_MS = 20_000;
const BLOCKS_PER_ROUND = 200;

/**
 * Brings what has changed into the bitmaps, block by block, each in a transaction of its own: a worker that is killed has
 * folded a block with all its changes or not at all. Rows that somebody is still writing are skipped and wait for the
 * next round, and rows that are being folded make their next writer wait; so no change is lost or folded twice, in
 * whatever order the transactions end.
 */
@Injectable()
export class FoldChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writer: BlockWriter,
  ) {}

  /** Folds until nothing is left or the time is up. Returns how many changes it folded. */
  async execute(): Promise<number> {
    const end = performance.now() + BUDGET_MS;
    let total = 0;
    for (;;) {
      const blocks = await this.unitOfWork.run((tx) => this.waiting(tx));
      let folded = 0;
      for (const changed of blocks) {
        folded += await this.unitOfWork.run((tx) => this.fold(tx, changed));
        if (performance.now() > end) {
          return total + folded;
        }
      }
      total += folded;
      // What is left is being written by somebody.
      if (folded === 0) {
        return total;
      }
    }
  }

  private waiting(tx: Tx): Promise<Changed[]> {
    return tx.query<Changed>(
      `SELECT DISTINCT set_id AS setId, block FROM member_set_change LIMIT ${BLOCKS_PER_ROUND}`,
    );
  }

  private async fold(tx: Tx, { setId, block }: Changed): Promise<number> {
    const kind = await this.writer.lock(tx, setId);
    const rows = await tx.query<ChangeRow>(
      `SELECT member_offset AS memberOffset, value FROM member_set_change WHERE set_id = ? AND block = ?
        LIMIT ${CHANGES_MAX} FOR UPDATE SKIP LOCKED`,
      [setId, block],
    );
    if (rows.length === 0) {
      return 0;
    }
    const unfolded = new Map(rows.map(({ memberOffset, value }) => [memberOffset, value]));
    const before = await this.writer.slices(tx, setId, block);
    await this.writer.write(tx, setId, block, before, applied({ slices: before, unfolded }, kind));
    await this.forget(tx, { setId, block }, [...unfolded.keys()]);
    return rows.length;
  }

  private async forget(tx: Tx, { setId, block }: Changed, offsets: readonly number[]): Promise<void> {
    for (let start = 0; start < offsets.length; start += DELETED_PER_STATEMENT) {
      const part = offsets.slice(start, start + DELETED_PER_STATEMENT);
      await tx.execute(
        `DELETE FROM member_set_change WHERE set_id = ? AND block = ? AND member_offset IN (${placeholders(part.length)})`,
        [setId, block, ...part],
      );
    }
  }
}

const DELETED_PER_STATEMENT = 500;

/** Every second: what is not folded yet makes every reader's work longer, never wrong. */
@JobHandler('audience.fold-changes', { everySeconds: 1 })
export class FoldChangesJob implements HandlesJob<object> {
  constructor(private readonly foldChanges: FoldChanges) {}

  async run(_payload: object, settle: Settle): Promise<void> {
    await this.foldChanges.execute();
    await settle(() => Promise.resolve());
  }
}
