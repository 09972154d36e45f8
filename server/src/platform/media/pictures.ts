import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { placeholders, type Reader, type Tx } from '../database/index.js';
import { Refusal } from '../http/index.js';
import { UPLOADS_PREFIX } from './file-keys.js';

export interface PictureRow {
  readonly url: string;
  readonly thumbnailUrl: string;
  readonly width: number;
  readonly height: number;
}

/** Whose pictures are whose. A member shows only what they uploaded themselves. */
@Injectable()
export class Pictures {
  constructor(private readonly clock: Clock) {}

  /** Those of the wanted addresses that the member uploaded, in no order. */
  ofMember(reader: Reader, memberId: number, urls: readonly string[]): Promise<PictureRow[]> {
    if (urls.length === 0) {
      return Promise.resolve([]);
    }
    return reader.query<PictureRow>(
      `SELECT url, thumbnail_url AS thumbnailUrl, width, height FROM picture
       WHERE url IN (${placeholders(urls.length)}) AND owner_kind = 'member' AND owner_id = ? AND removed_at IS NULL`,
      [...urls, memberId],
    );
  }

  /**
   * Something of the member's shows these pictures from now on, so they stay.
   * @throws Refusal `picture_unknown` when one is somebody else's, or gone
   */
  async attachOfMember(tx: Tx, memberId: number, urls: readonly string[]): Promise<void> {
    const wanted = new Set(urls);
    if (wanted.size === 0) {
      return;
    }
    const { affectedRows } = await tx.execute(
      `UPDATE picture SET attached_at = COALESCE(attached_at, ?)
        WHERE url IN (${placeholders(wanted.size)}) AND owner_kind = 'member' AND owner_id = ? AND removed_at IS NULL`,
      [this.clock.now(), ...wanted, memberId],
    );
    if (affectedRows !== wanted.size) {
      throw new Refusal('picture_unknown');
    }
  }

  /**
   * Something of a brand's shows these pictures from now on. Addresses that are no uploads are left alone; who
   * uploaded them doesn't matter, since colleagues may use each other's.
   * @throws Refusal `picture_unknown` when one was never uploaded at the console, or is gone
   */
  async attachOfAdmins(tx: Tx, urls: readonly string[]): Promise<void> {
    const wanted = new Set(urls.filter((url) => url.startsWith(UPLOADS_PREFIX)));
    if (wanted.size === 0) {
      return;
    }
    const { affectedRows } = await tx.execute(
      `UPDATE picture SET attached_at = COALESCE(attached_at, ?)
        WHERE url IN (${placeholders(wanted.size)}) AND owner_kind = 'admin' AND removed_at IS NULL`,
      [this.clock.now(), ...wanted],
    );
    if (affectedRows !== wanted.size) {
      throw new Refusal('picture_unknown');
    }
  }
}
