import { Injectable } from '@nestjs/common';
import { placeholders, type Reader } from '../../../platform/database/index.js';
import { Block } from '../domain/block.js';
import { BlockCache, type Place } from './block-cache.js';
import { Snapshot, type BlockState } from './snapshot.js';

/** A row of what is folded, or, with an offset, of what is not. */
interface StateRow extends Place {
  version: number;
  memberOffset: number | null;
  value: number | null;
}

interface ContentRow extends Place {
  version: number;
  content: Buffer;
}

/** Places whose content is fetched in one statement. */
const PLACES_PER_STATEMENT = 64;

/** Rounds after which a reader whom the folding keeps overtaking takes contents and versions in one statement. */
const ROUNDS_MAX = 4;

/**
 * Reads sets as of one instant. One statement tells the versions of all blocks and everything unfolded, both of the same
 * snapshot; what the cache has of those very versions needs no more. The rest is fetched, and if a fold has replaced some
 * of it meanwhile, the first statement is asked again.
 */
@Injectable()
export class BlockReader {
  constructor(private readonly cache: BlockCache) {}

  async read(reader: Reader, ids: ReadonlyMap<string, number>, asOf: Date): Promise<Snapshot> {
    const setIds = [...new Set(ids.values())];
    if (setIds.length === 0) {
      return new Snapshot(asOf, ids, new Map());
    }
    for (let round = 1; ; round += 1) {
      const rows = await reader.query<StateRow & { content?: Buffer | null }>(
        stateSql(setIds.length, round > ROUNDS_MAX),
        padded(setIds),
      );
      const fetched =
        round > ROUNDS_MAX ? this.keepAll(rows) : await this.fetch(reader, rows.filter(isFolded));
      const states = this.assemble(rows, fetched);
      if (states) {
        return new Snapshot(asOf, ids, states);
      }
    }
  }

  /** Contents that the cache has not, by place. */
  private async fetch(reader: Reader, rows: readonly StateRow[]): Promise<Map<string, ContentRow & Decoded>> {
    const missing = rows.filter((row) => this.cache.get(row, row.version) === undefined);
    const fetched = new Map<string, ContentRow & Decoded>();
    for (let start = 0; start < missing.length; start += PLACES_PER_STATEMENT) {
      const part = missing.slice(start, start + PLACES_PER_STATEMENT);
      const contents = await reader.query<ContentRow>(
        `SELECT set_id AS setId, block, slice, version, content FROM member_set_block
          WHERE (set_id, block, slice) IN (${part.map(() => '(?, ?, ?)').join(', ')})`,
        part.flatMap(({ setId, block, slice }) => [setId, block, slice]),
      );
      for (const row of contents) {
        fetched.set(placeOf(row), this.keep(row));
      }
    }
    return fetched;
  }

  private keepAll(
    rows: readonly (StateRow & { content?: Buffer | null })[],
  ): Map<string, ContentRow & Decoded> {
    return new Map(
      rows.flatMap((row) =>
        row.content ? [[placeOf(row), this.keep({ ...row, content: row.content })] as const] : [],
      ),
    );
  }

  private keep(row: ContentRow): ContentRow & Decoded {
    const { setId, block, slice, version, content } = row;
    const bitmap = Block.fromBytes(content);
    this.cache.put({ setId, block, slice, version, bitmap });
    return { ...row, bitmap };
  }

  /** Undefined when a block has changed between the versions and the contents. */
  private assemble(
    rows: readonly StateRow[],
    fetched: ReadonlyMap<string, ContentRow & Decoded>,
  ): Map<number, Map<number, BlockState>> | undefined {
    const states = new Map<number, Map<number, Assembled>>();
    for (const row of rows) {
      const blocks = states.get(row.setId) ?? new Map<number, Assembled>();
      states.set(row.setId, blocks);
      const state = blocks.get(row.block) ?? { slices: [], unfolded: new Map() };
      blocks.set(row.block, state);
      if (row.memberOffset !== null) {
        state.unfolded.set(row.memberOffset, row.value);
        continue;
      }
      const known = fetched.get(placeOf(row));
      const bitmap = known?.version === row.version ? known.bitmap : this.cache.get(row, row.version);
      if (!bitmap) {
        return undefined;
      }
      state.slices[row.slice] = bitmap;
    }
    for (const blocks of states.values()) {
      for (const { slices } of blocks.values()) {
        fillGaps(slices);
      }
    }
    return states;
  }
}

interface Assembled {
  readonly slices: Block[];
  readonly unfolded: Map<number, number | null>;
}

interface Decoded {
  readonly bitmap: Block;
}

const isFolded = ({ memberOffset }: StateRow): boolean => memberOffset === null;

const placeOf = ({ setId, block, slice }: Place): string => `${setId}:${block}:${slice}`;

/** Slices that nobody has are not kept. */
function fillGaps(slices: Block[]): void {
  for (let slice = 0; slice < slices.length; slice += 1) {
    slices[slice] ??= Block.EMPTY;
  }
}

const roundedUp = (count: number): number => 2 ** Math.ceil(Math.log2(count));

/** Few different statements, so that each is prepared once: lists are filled up to a power of two. */
function padded(setIds: readonly number[]): number[] {
  const list = Array.from(
    { length: roundedUp(setIds.length) },
    (_, index) => setIds[index] ?? setIds[0] ?? 0,
  );
  return [...list, ...list];
}

function stateSql(count: number, withContent: boolean): string {
  const list = placeholders(roundedUp(count));
  return `
    SELECT set_id AS setId, block, slice, version, NULL AS memberOffset, NULL AS value${withContent ? ', content' : ''}
      FROM member_set_block WHERE set_id IN (${list})
    UNION ALL
    SELECT set_id, block, 0, 0, member_offset, value${withContent ? ', NULL' : ''}
      FROM member_set_change WHERE set_id IN (${list})`;
}
