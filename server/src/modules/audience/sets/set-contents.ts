import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { placeholders, type Reader } from '../../../platform/database/index.js';
import { BLOCK_SIZE } from '../domain/block.js';
import { valueOf } from '../domain/bit-slices.js';
import { BlockReader } from './block-reader.js';
import { isNumber, textOf, type SetName, type SetOwner } from './set-names.js';

interface SetRow {
  id: number;
  kind: string;
  setKey: string;
}

export interface Content {
  readonly set: SetName;
  readonly value: number;
}

export type Contents = Map<number, Map<string, Content>>;

/** Sets read at once; each read is one instant, all of them together are not. */
const SETS_PER_READ = 512;

/** Kinds whose rows are the audience's own, and compared with them by the proof. */
const OWN_KINDS = ['tag'];

/** Everything that sets say of some members, to be compared with the rows. */
@Injectable()
export class SetContents {
  constructor(
    private readonly reader: BlockReader,
    private readonly clock: Clock,
  ) {}

  /** By the numbers of members from `from` on to before `to`, which lie in one block. */
  async of(reader: Reader, owners: readonly SetOwner[], from: number, to: number): Promise<Contents> {
    const contents: Contents = new Map();
    for (const owner of owners) {
      const rows = await reader.query<SetRow>(
        `SELECT id, kind, set_key AS setKey FROM member_set
          WHERE owner_kind = ? AND owner_id = ? AND kind NOT IN (${placeholders(OWN_KINDS.length)}) ORDER BY id`,
        [owner.kind, owner.id, ...OWN_KINDS],
      );
      for (let start = 0; start < rows.length; start += SETS_PER_READ) {
        await this.collect(reader, owner, rows.slice(start, start + SETS_PER_READ), from, to, contents);
      }
    }
    return contents;
  }

  private async collect(
    reader: Reader,
    owner: SetOwner,
    rows: readonly SetRow[],
    from: number,
    to: number,
    contents: Contents,
  ): Promise<void> {
    const names = rows.map(({ kind, setKey }): SetName => ({ owner, kind, key: setKey }));
    const ids = new Map(rows.map(({ id }, index) => [textOf(names[index] as SetName), id]));
    const snapshot = await this.reader.read(reader, ids, this.clock.now());
    const block = Math.floor(from / BLOCK_SIZE);
    const base = block * BLOCK_SIZE;
    for (const set of names) {
      const slices = snapshot.slices(set, block);
      for (const offset of slices[0]?.offsets(from - base, to - from) ?? []) {
        if (base + offset >= to) {
          break;
        }
        const value = isNumber(set.kind) ? (valueOf(slices, offset) ?? 0) : 1;
        const own = contents.get(base + offset) ?? new Map<string, Content>();
        own.set(textOf(set), { set, value });
        contents.set(base + offset, own);
      }
    }
  }
}
