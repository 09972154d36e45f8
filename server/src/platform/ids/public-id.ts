import { createCipheriv, createDecipheriv, type Cipher, type Decipher } from 'node:crypto';
import { ENCODED_LENGTH, encodeBlock, decodeBlock } from './base58.js';

/**
 * Inside, rows have numbers; outside, nobody can count through them. A public id is one AES-128 block of
 * (kind, number) in base 58: the same row always has the same id, an id of one kind is no id of another,
 * and a made-up one is refused without asking the database (the block carries 64 known bits).
 */
export const ID_KINDS = {
  address: 'ad',
  admin: 'am',
  brand: 'br',
  category: 'ca',
  'check-in': 'ci',
  entry: 'en',
  identity: 'id',
  'live-code': 'lc',
  member: 'me',
  membership: 'ms',
  order: 'or',
  picture: 'pi',
  product: 'pr',
  program: 'pg',
  redemption: 'rd',
  refund: 'rf',
  reward: 'rw',
  sku: 'sk',
  staff: 'sf',
  store: 'st',
} as const;
export type IdKind = keyof typeof ID_KINDS;

/** Of the kind, so many letters go into the block. */
const KIND_BYTES = 8;
const MARKS = Object.fromEntries(
  Object.keys(ID_KINDS).map((kind) => {
    const mark = Buffer.alloc(KIND_BYTES);
    mark.write(kind.slice(0, KIND_BYTES), 'latin1');
    return [kind, mark];
  }),
) as Record<IdKind, Buffer>;

/** One cipher for all: without padding and chaining a block leaves nothing behind for the next. */
interface Key {
  readonly seal: Cipher;
  readonly open: Decipher;
}

let key: Key | undefined;

/** Set once at start from `ID_KEY`. */
export function configurePublicIds(idKey: Buffer): void {
  key = {
    seal: createCipheriv('aes-128-ecb', idKey, null).setAutoPadding(false),
    open: createDecipheriv('aes-128-ecb', idKey, null).setAutoPadding(false),
  };
}

/** The public form of an internal number, such as `or_3mJr7AoUXx2Wqd1YbRkt9C`. */
export function toPublicId(kind: IdKind, id: number): string {
  const block = Buffer.allocUnsafe(2 * KIND_BYTES);
  MARKS[kind].copy(block);
  block.writeBigUInt64BE(BigInt(id), KIND_BYTES);
  return `${ID_KINDS[kind]}_${encodeBlock(currentKey().seal.update(block))}`;
}

/** The internal number of a public id, or undefined when it is not one of this kind. */
export function fromPublicId(kind: IdKind, text: string): number | undefined {
  const prefix = `${ID_KINDS[kind]}_`;
  const sealed = text.startsWith(prefix) ? decodeBlock(text.slice(prefix.length)) : undefined;
  if (!sealed) {
    return undefined;
  }
  const block = currentKey().open.update(sealed);
  const id = Number(block.readBigUInt64BE(KIND_BYTES));
  return block.subarray(0, KIND_BYTES).equals(MARKS[kind]) && Number.isSafeInteger(id) ? id : undefined;
}

/** What a public id of this kind looks like, for the API document. */
export function publicIdPattern(kind: IdKind): string {
  return `^${ID_KINDS[kind]}_[1-9A-HJ-NP-Za-km-z]{${ENCODED_LENGTH}}$`;
}

function currentKey(): Key {
  if (!key) {
    throw new Error('configurePublicIds() must run before ids are used');
  }
  return key;
}
