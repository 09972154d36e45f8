import { randomInt } from 'node:crypto';
import type { Connection } from 'mysql2/promise';
import { withNumbers, type BitSlices } from '@regulars/server/modules/audience/domain/bit-slices';
import { BLOCK_SIZE, Block } from '@regulars/server/modules/audience/domain/block';
import { Progress } from '../../demo/load/progress.js';
import { NUMBER_NAMES, TODAY, VISIT_DAYS, dayOf, tagShares, type AudienceSizes } from './sizes.js';

/** Everybody, and those of whom there are rows too. */
export const BRAND = 1;
export const SAMPLE_BRAND = 2;

const BATCH_BYTES = 4 * 2 ** 20;

/** Writes blocks in statements of a few megabytes; holds no more than one. */
class BlockWriter {
  private rows: [number, number, number, number, number, Buffer][] = [];
  private bytes = 0;
  totalBytes = 0;
  facts = 0;

  constructor(private readonly connection: Connection) {}

  async add(setId: number, block: number, slice: number, members: Block): Promise<void> {
    if (members.isEmpty) {
      return;
    }
    const content = members.toBytes();
    this.rows.push([setId, block, slice, randomInt(2 ** 47), members.count, content]);
    this.bytes += content.length;
    this.totalBytes += content.length;
    if (this.bytes > BATCH_BYTES) {
      await this.flush();
    }
  }

  async flush(): Promise<void> {
    if (this.rows.length > 0) {
      await this.connection.query(
        'INSERT INTO member_set_block (set_id, block, slice, version, members, content) VALUES ?',
        [this.rows],
      );
      this.rows = [];
      this.bytes = 0;
    }
  }
}

export interface Generated {
  readonly facts: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly sampleRows: number;
}

/** Sets for all members, block by block, and the same as rows for the sample. */
export async function generate(connection: Connection, sizes: AudienceSizes): Promise<Generated> {
  const start = performance.now();
  await connection.query(`CREATE TABLE bench_tag (
    tag INT UNSIGNED NOT NULL, member INT UNSIGNED NOT NULL, PRIMARY KEY (tag, member), KEY (member, tag)) ENGINE=InnoDB`);
  await connection.query(`CREATE TABLE bench_visit (
    day DATE NOT NULL, member INT UNSIGNED NOT NULL, PRIMARY KEY (day, member), KEY (member, day)) ENGINE=InnoDB`);
  await connection.query(`CREATE TABLE bench_member (
    member INT UNSIGNED NOT NULL PRIMARY KEY, spend INT UNSIGNED NOT NULL, orders INT UNSIGNED NOT NULL,
    last_visit INT UNSIGNED NOT NULL, KEY (spend), KEY (orders), KEY (last_visit)) ENGINE=InnoDB`);
  const names = setNames(sizes);
  const progress = new Progress(`${sizes.members} members × ${sizes.tags} tags`);
  const writer = new BlockWriter(connection);
  let sampleRows = 0;
  const ids = await insertSets(connection, names);
  const blocks = Math.ceil(sizes.members / BLOCK_SIZE);
  const all = new Map<string, number>();
  for (let index = 0; index < names.length; index += 1) {
    const { kind, key, share } = names[index] as NamedSet;
    for (let block = 0; block < blocks; block += 1) {
      const size = Math.min(BLOCK_SIZE, sizes.members - block * BLOCK_SIZE);
      const slices = kind === 'number' ? numbers(key, size) : [scattered(share, size)];
      for (const [slice, members] of slices.entries()) {
        await writer.add(ids[index] ?? 0, block, slice, members);
      }
      writer.facts += slices[0]?.count ?? 0;
      if (block === 0) {
        await sampleBlocks(writer, ids[names.length + index] ?? 0, slices, sizes.sample);
        sampleRows += await sampleFacts(connection, kind, key, slices, sizes.sample, all);
      }
    }
    progress.at((index + 1) / names.length, `${(writer.totalBytes / 2 ** 20).toFixed(0)} MB`);
  }
  await writer.flush();
  await connection.query('ANALYZE TABLE bench_tag, bench_visit, bench_member, member_set_block');
  const seconds = (performance.now() - start) / 1000;
  progress.end(
    `${writer.facts} facts in sets, ${(writer.totalBytes / 2 ** 20).toFixed(0)} MB, ${sampleRows} rows, ${seconds.toFixed(0)} s`,
  );
  return { facts: writer.facts, bytes: writer.totalBytes, seconds, sampleRows };
}

interface NamedSet {
  readonly kind: string;
  readonly key: string;
  readonly share: number;
}

function setNames({ tags, factsPerMember }: AudienceSizes): NamedSet[] {
  return [
    { kind: 'member', key: '', share: 1 },
    ...NUMBER_NAMES.map((key) => ({ kind: 'number', key, share: 1 })),
    ...Array.from({ length: VISIT_DAYS }, (_, back) => ({
      kind: 'visited',
      key: dayOf(TODAY - back),
      share: 0.03,
    })),
    ...tagShares(tags, factsPerMember).map((share, index) => ({
      kind: 'tag',
      key: String(index + 1),
      share,
    })),
  ];
}

/** For the brand of all and for that of the sample. */
async function insertSets(connection: Connection, names: readonly NamedSet[]): Promise<number[]> {
  const rows = [BRAND, SAMPLE_BRAND].flatMap((brand) =>
    names.map(({ kind, key }) => ['brand', brand, kind, key]),
  );
  for (let start = 0; start < rows.length; start += 1000) {
    await connection.query('INSERT INTO member_set (owner_kind, owner_id, kind, set_key) VALUES ?', [
      rows.slice(start, start + 1000),
    ]);
  }
  const [found] = await connection.query('SELECT id FROM member_set ORDER BY id');
  return (found as { id: number }[]).map(({ id }) => id);
}

/** Each of `size` members with this chance, drawn by the gaps between them. */
function scattered(share: number, size: number): Block {
  if (share >= 1) {
    return Block.ofSorted(Uint32Array.from({ length: size }, (_, offset) => offset));
  }
  const found = new Uint32Array(Math.ceil(size * share * 1.2) + 64);
  const scale = 1 / Math.log(1 - share);
  let count = 0;
  for (let at = Math.floor(Math.log(1 - Math.random()) * scale); at < size && count < found.length;) {
    found[count] = at;
    count += 1;
    at += 1 + Math.floor(Math.log(1 - Math.random()) * scale);
  }
  return Block.ofSorted(found.subarray(0, count));
}

function numbers(key: string, size: number): BitSlices {
  const draw =
    key === 'spend-365'
      ? (): number => Math.floor(Math.random() ** 4 * 500_000)
      : key === 'orders-365'
        ? (): number => Math.floor(Math.random() ** 3 * 40)
        : (): number => TODAY - Math.floor(Math.random() ** 2 * 365);
  return withNumbers([], new Map(Array.from({ length: size }, (_, offset) => [offset, draw()])));
}

async function sampleBlocks(
  writer: BlockWriter,
  setId: number,
  slices: BitSlices,
  sample: number,
): Promise<void> {
  const cut = Block.ofSorted(Uint32Array.from({ length: sample }, (_, offset) => offset));
  const before = writer.totalBytes;
  for (const [slice, members] of slices.entries()) {
    await writer.add(setId, 0, slice, members.and(cut));
  }
  writer.totalBytes = before;
}

const TABLES: Readonly<Record<string, string>> = { tag: 'bench_tag', visited: 'bench_visit' };

async function sampleFacts(
  connection: Connection,
  kind: string,
  key: string,
  slices: BitSlices,
  sample: number,
  columns: Map<string, number>,
): Promise<number> {
  const table = TABLES[kind];
  if (table) {
    const members = (slices[0] ?? Block.EMPTY).offsets().filter((offset) => offset < sample);
    await insertRows(
      connection,
      `${table} VALUES ?`,
      members.map((member) => [key, member]),
    );
    return members.length;
  }
  if (kind !== 'number') {
    return 0;
  }
  const column =
    { 'spend-365': 'spend', 'orders-365': 'orders', 'days-since-visit': 'last_visit' }[key] ?? '';
  columns.set(column, 1);
  const values = valuesOf(slices, sample);
  await insertRows(
    connection,
    `bench_member (member, spend, orders, last_visit) VALUES ? ON DUPLICATE KEY UPDATE ${column} = VALUES(${column})`,
    values.map((value, member) => [
      member,
      ...['spend', 'orders', 'last_visit'].map((one) => (one === column ? value : 0)),
    ]),
  );
  return columns.size === 1 ? sample : 0;
}

function valuesOf(slices: BitSlices, sample: number): number[] {
  const values = Array.from({ length: sample }, () => 0);
  slices.slice(1).forEach((slice, bit) => {
    for (const offset of slice.offsets()) {
      if (offset < sample) {
        values[offset] = (values[offset] ?? 0) + 2 ** bit;
      }
    }
  });
  return values;
}

async function insertRows(connection: Connection, into: string, rows: readonly unknown[][]): Promise<void> {
  for (let start = 0; start < rows.length; start += 20_000) {
    await connection.query(`INSERT INTO ${into}`, [rows.slice(start, start + 20_000)]);
  }
}
