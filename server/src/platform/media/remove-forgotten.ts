import { Clock } from '../clock/index.js';
import { Database, UnitOfWork } from '../database/index.js';
import { JobHandler, type HandlesJob, type Settle } from '../jobs/index.js';
import { FileStore } from './file-store.js';
import { keyOfUrl } from './file-keys.js';

export const REMOVE_FORGOTTEN = 'media.remove-forgotten-picture';

export interface RemoveForgotten {
  readonly pictureId: number;
}

/** A picture that nothing shows a day after it came goes, files first; once marked, nothing can begin to show it. */
@JobHandler(REMOVE_FORGOTTEN)
export class RemoveForgottenPicture implements HandlesJob<RemoveForgotten> {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  async run({ pictureId }: RemoveForgotten, settle: Settle): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.execute('UPDATE picture SET removed_at = ? WHERE id = ? AND attached_at IS NULL', [
        this.clock.now(),
        pictureId,
      ]),
    );
    const forgotten = await this.database.one<{ url: string; thumbnailUrl: string }>(
      `SELECT url, thumbnail_url AS thumbnailUrl FROM picture WHERE id = ? AND removed_at IS NOT NULL`,
      [pictureId],
    );
    if (forgotten) {
      await this.files.remove(keyOfUrl(forgotten.url));
      await this.files.remove(keyOfUrl(forgotten.thumbnailUrl));
    }
    await settle(async (tx) => {
      await tx.execute('DELETE FROM picture WHERE id = ? AND removed_at IS NOT NULL', [pictureId]);
    });
  }
}
