import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { Database, UnitOfWork } from '../database/index.js';
import { Refusal } from '../http/index.js';
import { Jobs } from '../jobs/index.js';
import { drawAnew } from './draw-anew.js';
import { UPLOADS_PREFIX, contentTypeOf, newFileKeys } from './file-keys.js';
import { FileStore } from './file-store.js';
import { Picture, type PictureOwnerKind } from './picture.entity.js';
import { REMOVE_FORGOTTEN, type RemoveForgotten } from './remove-forgotten.js';

export interface PictureOwner {
  readonly kind: PictureOwnerKind;
  readonly id: number;
}

const FORGOTTEN_AFTER_MS = 86_400_000;
/** Of one owner, not yet shown anywhere: more than any form asks for. */
const LOOSE_MAX = 200;

/** Takes an uploaded picture in: looks what it is, draws it anew, and remembers whose it is. */
@Injectable()
export class KeepPicture {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly jobs: Jobs,
  ) {}

  /** @throws Refusal `picture_unreadable`, `too_many_pictures` */
  async execute(owner: PictureOwner, file: Buffer): Promise<Picture> {
    await this.checkLoose(owner);
    const drawn = await drawAnew(file);
    if (!drawn) {
      throw new Refusal('picture_unreadable');
    }
    const now = this.clock.now();
    const keys = newFileKeys(drawn.format, now);
    // The files come first: a row without its file would be a hole in a page, a file without its row is only dust.
    await this.files.put(keys.picture, drawn.bytes, contentTypeOf(keys.picture));
    await this.files.put(keys.thumbnail, drawn.thumbnail, contentTypeOf(keys.thumbnail));
    return this.unitOfWork.run(async (tx) => {
      const picture = await tx.manager.save(Picture, {
        ownerKind: owner.kind,
        ownerId: owner.id,
        url: UPLOADS_PREFIX + keys.picture,
        thumbnailUrl: UPLOADS_PREFIX + keys.thumbnail,
        width: drawn.width,
        height: drawn.height,
        createdAt: now,
        attachedAt: null,
        removedAt: null,
      });
      await this.jobs.schedule(tx, {
        kind: REMOVE_FORGOTTEN,
        key: String(picture.id),
        dueAt: new Date(now.getTime() + FORGOTTEN_AFTER_MS),
        payload: { pictureId: picture.id } satisfies RemoveForgotten,
      });
      return picture;
    });
  }

  private async checkLoose({ kind, id }: PictureOwner): Promise<void> {
    const loose = await this.database.one<{ pieces: number }>(
      'SELECT COUNT(*) AS pieces FROM picture WHERE owner_kind = ? AND owner_id = ? AND attached_at IS NULL',
      [kind, id],
    );
    if ((loose?.pieces ?? 0) >= LOOSE_MAX) {
      throw new Refusal('too_many_pictures');
    }
  }
}
