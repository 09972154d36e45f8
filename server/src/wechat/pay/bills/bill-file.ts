import { createHash, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Malformed, type Fields } from '../../http/fields.js';

const unpack = promisify(gunzip);

/** A day of half a million trades; beyond it somebody is trying to fill our memory. */
const UNPACKED_BYTES_MAX = 256 * 1024 * 1024;
const GZIP_MARK = Buffer.from([0x1f, 0x8b]);

/** Where a bill lies, and what its bytes hash to: the answer that says so is signed, the file is not. */
export interface BillLink {
  readonly sha1: Buffer;
  /** Path and query. The host is ours to choose: a signed request goes nowhere else. */
  readonly path: string;
}

/** @throws Malformed */
export function readBillLink(fields: Fields): BillLink {
  const sha1 = fields.text('hash_value');
  if (fields.text('hash_type') !== 'SHA1' || !/^[0-9a-f]{40}$/i.test(sha1)) {
    throw new Malformed('the hash is no SHA1');
  }
  const url = fields.text('download_url');
  if (!URL.canParse(url)) {
    throw new Malformed('download_url is no address');
  }
  const { pathname, search } = new URL(url);
  return { sha1: Buffer.from(sha1, 'hex'), path: pathname + search };
}

/** The text of a downloaded bill, once its bytes are what the link promised; undefined otherwise. */
export async function openBill(file: Buffer, link: BillLink): Promise<string | undefined> {
  const packed = file.subarray(0, GZIP_MARK.length).equals(GZIP_MARK);
  let content: Buffer;
  try {
    content = packed ? await unpack(file, { maxOutputLength: UNPACKED_BYTES_MAX }) : file;
  } catch {
    return undefined;
  }
  const digest = createHash('sha1').update(content).digest();
  return timingSafeEqual(digest, link.sha1) ? content.toString('utf8') : undefined;
}
