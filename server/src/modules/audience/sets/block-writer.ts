import { Injectable } from '@nestjs/common';
import { placeholders, type Reader, type SqlValue, type Tx } from '../../../platform/database/index.js';
import { Block } from '../domain/block.js';
import type { BitSlices } from '../domain/bit-slices.js';
import { drawVersion } from './versions.js';

interface SliceRow {
  slice: number;
  content: Buffer;
}

/** Bitmaps of a set whose row in `member_set` is locked: whoever writes blocks takes that lock first. */
@Injectable()
export class BlockWriter {
  /** @returns the kind of the set, whose blocks are now nobody else's to write */
  async lock(tx: Tx, setId: number): Promise<string> {
    const row = await tx.one<{ kind: string }>('SELECT kind FROM member_set WHERE id = ? FOR UPDATE', [
      setId,
    ]);
    if (!row) {
      throw new Error(`There is no set ${setId}`);
    }
    return row.kind;
  }

  async slices(reader: Reader, setId: number, block: number): Promise<BitSlices> {
    const rows = await reader.query<SliceRow>(
      'SELECT slice, content FROM member_set_block WHERE set_id = ? AND block = ?',
      [setId, block],
    );
    const slices: Block[] = [];
    for (const { slice, content } of rows) {
      slices[slice] = Block.fromBytes(content);
    }
    return Array.from(slices, (slice) => slice ?? Block.EMPTY);
  }

  /** Writes what differs from what was there. */
  async write(tx: Tx, setId: number, block: number, before: BitSlices, after: BitSlices): Promise<void> {
    const changed: number[] = [];
    const emptied: number[] = [];
    for (let slice = 0; slice < Math.max(before.length, after.length); slice += 1) {
      const [was, is] = [before[slice] ?? Block.EMPTY, after[slice] ?? Block.EMPTY];
      if (is.isEmpty && !was.isEmpty) {
        emptied.push(slice);
      } else if (was !== is && !was.equals(is)) {
        changed.push(slice);
      }
    }
    for (const slice of changed) {
      const bitmap = after[slice] ?? Block.EMPTY;
      await tx.execute(
        `INSERT INTO member_set_block (set_id, block, slice, version, members, content) VALUES (?, ?, ?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE version = VALUES(version), members = VALUES(members), content = VALUES(content)`,
        [setId, block, slice, drawVersion(), bitmap.count, bitmap.toBytes()],
      );
    }
    if (emptied.length > 0) {
      await tx.execute(
        `DELETE FROM member_set_block WHERE set_id = ? AND block = ? AND slice IN (${placeholders(emptied.length)})`,
        [setId, block, ...emptied] as SqlValue[],
      );
    }
  }
}
