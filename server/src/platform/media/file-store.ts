import type { Readable } from 'node:stream';

/** Where uploaded files lie. Keys are made by us and name neither a folder above nor a file that exists. */
export abstract class FileStore {
  abstract put(key: string, bytes: Buffer, contentType: string): Promise<void>;
  /** Undefined when there is none of this name. */
  abstract open(key: string): Promise<Readable | undefined>;
  /** Removing what is not there is no fault. */
  abstract remove(key: string): Promise<void>;
}
