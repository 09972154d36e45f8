import { Injectable } from '@nestjs/common';
import { Block } from '../domain/block.js';
import { SLICES_MAX } from '../domain/bit-slices.js';

/** Where a bitmap is kept. */
export interface Place {
  readonly setId: number;
  readonly block: number;
  readonly slice: number;
}

export interface StoredBlock extends Place {
  readonly version: number;
  readonly bitmap: Block;
}

interface Kept {
  readonly version: number;
  readonly bitmap: Block;
  readonly bytes: number;
}

/** What one process keeps of all sets. The least recently used goes first. */
const BYTES_MAX = 96 * 2 ** 20;
const BLOCKS_PER_SET = 4096;

/**
 * Bitmaps as they were read, each with the version it had. A version belongs to one content for ever, so what is here is
 * never wrong; whether it is what holds now is for the reader to say, who asks the database for the version.
 */
@Injectable()
export class BlockCache {
  private readonly kept = new Map<number, Kept>();
  private bytes = 0;

  get(place: Place, version: number): Block | undefined {
    const key = keyOf(place);
    const kept = this.kept.get(key);
    if (kept?.version !== version) {
      return undefined;
    }
    // Out and in again: the map stands in the order of last use.
    this.kept.delete(key);
    this.kept.set(key, kept);
    return kept.bitmap;
  }

  put({ version, bitmap, ...place }: StoredBlock): void {
    const key = keyOf(place);
    this.drop(key);
    const bytes = bitmap.weight;
    this.kept.set(key, { version, bitmap, bytes });
    this.bytes += bytes;
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= BYTES_MAX || oldest === key) {
        break;
      }
      this.drop(oldest);
    }
  }

  clear(): void {
    this.kept.clear();
    this.bytes = 0;
  }

  private drop(key: number): void {
    this.bytes -= this.kept.get(key)?.bytes ?? 0;
    this.kept.delete(key);
  }
}

const keyOf = ({ setId, block, slice }: Place): number =>
  (setId * BLOCKS_PER_SET + block) * (SLICES_MAX + 1) + slice;
