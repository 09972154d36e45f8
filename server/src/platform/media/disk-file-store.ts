import { createReadStream } from 'node:fs';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from './file-store.js';

/** In a folder of this machine. */
export class DiskFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  override async put(key: string, bytes: Buffer): Promise<void> {
    const path = join(this.folder, key);
    await mkdir(dirname(path), { recursive: true });
    // A reader never sees half a file, even when the process is killed.
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
  }

  override async open(key: string): Promise<Readable | undefined> {
    const path = join(this.folder, key);
    try {
      await access(path);
    } catch {
      return undefined;
    }
    return createReadStream(path);
  }

  override async remove(key: string): Promise<void> {
    await rm(join(this.folder, key), { force: true });
  }
}
