import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** A path inside the repository. */
export const at = (...parts) => join(ROOT, ...parts);

/** Where a running copy keeps its database, secrets, logs and backups. */
export const DATA = resolve(ROOT, process.env.DATA_DIR ?? '.data');
