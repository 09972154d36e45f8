import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { rowPlaceholders, type Reader, type SqlValue, type Tx } from '../../../platform/database/index.js';
import { BLOCK_BITS, BLOCK_SIZE } from '../domain/block.js';
import { NUMBER_MAX } from '../domain/bit-slices.js';
import { BlockReader } from './block-reader.js';
import type { Snapshot } from './snapshot.js';
import { SetIds } from './set-ids.js';
import { textOf, type SetName } from './set-names.js';

/** A member comes into a set (1), gets a number, or goes out (null). */
export interface MemberChange {
  readonly set: SetName;
  /** The dense number of the member. */
  readonly member: number;
  readonly value: number | null;
}

const ROWS_PER_STATEMENT = 500;

/**
 * Sets and numbers of members. Changes are rows of the transaction that causes them and are folded into the bitmaps by
 * a worker; reading combines both, so an answer is exact as of its snapshot and a writer reads what they wrote.
 *
 * Whoever changes a member does so under the lock of the fact it mirrors (the member's row of the tag, the order …): of
 * two changes of one member in one set, the later one stands.
 */
@Injectable()
export class MemberSets {
  constructor(
    private readonly ids: SetIds,
    private readonly reader: BlockReader,
    private readonly clock: Clock,
  ) {}

  async change(tx: Tx, changes: readonly MemberChange[]): Promise<void> {
    if (changes.length === 0) {
      return;
    }
    const ids = await this.ids.ensure(
      tx,
      changes.map(({ set }) => set),
    );
    const rows = lastOfEach(changes, ids);
    const at = this.clock.now();
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      const part = rows.slice(start, start + ROWS_PER_STATEMENT);
      await tx.execute(
        `INSERT INTO member_set_change (set_id, block, member_offset, value, at) VALUES ${rowPlaceholders(part.length, 5)}
         ON DUPLICATE KEY UPDATE value = VALUES(value)`,
        part.flatMap(({ setId, block, offset, value }): SqlValue[] => [setId, block, offset, value, at]),
      );
    }
  }

  /** These sets as of one instant. */
  async read(reader: Reader, names: readonly SetName[]): Promise<Snapshot> {
    const asOf = this.clock.now();
    const ids = await this.ids.find(reader, names);
    return this.reader.read(reader, ids, asOf);
  }
}

interface ChangeRow {
  readonly setId: number;
  readonly block: number;
  readonly offset: number;
  readonly value: number | null;
}

/** In the order of the key, so that transactions lock in one order. */
function lastOfEach(changes: readonly MemberChange[], ids: ReadonlyMap<string, number>): ChangeRow[] {
  const last = new Map<string, ChangeRow>();
  for (const { set, member, value } of changes) {
    const setId = ids.get(textOf(set));
    if (setId === undefined || member < 0 || (value !== null && (value < 0 || value > NUMBER_MAX))) {
      throw new Error(`${textOf(set)} can't take ${value} of member ${member}`);
    }
    const block = Math.floor(member / BLOCK_SIZE);
    last.set(`${setId}:${member}`, { setId, block, offset: member - block * 2 ** BLOCK_BITS, value });
  }
  return [...last.values()].sort((a, b) => a.setId - b.setId || a.block - b.block || a.offset - b.offset);
}
