import { createHash } from 'node:crypto';
import type { FieldCipher } from '../../platform/crypto/index.js';
import type { Database, UnitOfWork } from '../../platform/database/index.js';
import type { AccessToken, AccessTokenStore } from './access-token-store.js';

interface Row {
  sealedToken: string;
  expiresAt: Date;
}

/** One row per app; the token lies sealed, and its hash decides whether a writer is still up to date. */
export class DatabaseAccessTokenStore implements AccessTokenStore {
  constructor(
    private readonly appId: string,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly cipher: FieldCipher,
  ) {}

  async load(): Promise<AccessToken | undefined> {
    const row = await this.database.one<Row>(
      'SELECT sealed_token AS sealedToken, expires_at AS expiresAt FROM wechat_access_token WHERE app_id = ?',
      [this.appId],
    );
    return row && { token: this.cipher.open(row.sealedToken), expiresAt: row.expiresAt };
  }

  async save(next: AccessToken, loaded: AccessToken | undefined): Promise<void> {
    const values = [this.cipher.seal(next.token), hashOf(next.token), next.expiresAt];
    await this.unitOfWork.run(async (tx) => {
      if (loaded) {
        await tx.execute(
          `UPDATE wechat_access_token SET sealed_token = ?, token_hash = ?, expires_at = ?
            WHERE app_id = ? AND token_hash = ?`,
          [...values, this.appId, hashOf(loaded.token)],
        );
      } else {
        await tx.execute(
          `INSERT INTO wechat_access_token (sealed_token, token_hash, expires_at, app_id)
           VALUES (?, ?, ?, ?)
           ON DUPLICATE KEY UPDATE app_id = wechat_access_token.app_id`,
          [...values, this.appId],
        );
      }
    });
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
