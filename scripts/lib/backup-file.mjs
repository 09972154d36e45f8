import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Failure } from './terminal.mjs';

/** What the dump tool writes last of all. */
const END = /-- Dump completed[^\n]*\n?$/;
const END_LENGTH = 200;

/** Reads a backup to its end before anything is replaced by it: one that was cut off must do no harm. */
export async function mustBeWhole(file) {
  let end = Buffer.alloc(0);
  const lookAtEnd = new Writable({
    write(chunk, _encoding, done) {
      end = Buffer.concat([end, chunk]).subarray(-END_LENGTH);
      done();
    },
  });
  try {
    await pipeline(createReadStream(file), createGunzip(), lookAtEnd);
  } catch (error) {
    throw new Failure(`${file} cannot be read as a backup (${error.message}). Nothing was changed.`);
  }
  if (!END.test(end.toString('utf8'))) {
    throw new Failure(`${file} is no whole backup: its end is missing. Nothing was changed.`);
  }
}
