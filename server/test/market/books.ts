import { createConnection, type Connection } from 'mysql2/promise';
import { beginSnapshot, prove } from '../../../scripts/src/proof/prove.js';
import { RULES } from '../../../scripts/src/proof/rules/index.js';

/** The very claims of `npm run proof`, on the database of a test. */
export class Books {
  private constructor(private readonly connection: Connection) {}

  static async open(url: string): Promise<Books> {
    return new Books(await createConnection({ uri: url, supportBigNumbers: true, timezone: 'Z' }));
  }

  /** What contradicts the claims, in words. */
  async violations(): Promise<string[]> {
    await beginSnapshot(this.connection);
    const found: string[] = [];
    for await (const { check, violations } of prove(this.connection, RULES)) {
      found.push(...violations.map((row) => `${check.claim}: ${JSON.stringify(row)}`));
    }
    await this.connection.query('COMMIT');
    return found;
  }

  close(): Promise<void> {
    return this.connection.end();
  }
}
