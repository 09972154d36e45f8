import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Named groups of secrets, made once and kept in a file that only this user can read. */
export class Secrets {
  constructor(file) {
    this.file = file;
    this.groups = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  }

  /** The group's values, made by `make` the first time. */
  async group(name, make) {
    if (!this.groups[name]) {
      this.groups[name] = await make();
      mkdirSync(dirname(this.file), { recursive: true });
      writeFileSync(`${this.file}.new`, `${JSON.stringify(this.groups, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${this.file}.new`, this.file);
    }
    return this.groups[name];
  }
}

const base64 = (bytes) => randomBytes(bytes).toString('base64');

/** The keys of the server that an operator would otherwise have to invent. */
export const makeServerKeys = () => ({ DATA_KEY: base64(32), ID_KEY: base64(16), SESSION_KEY: base64(32) });

export const makeDatabaseAccount = () => ({
  user: 'regulars',
  password: randomBytes(24).toString('hex'),
  database: 'regulars',
});
