import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Signer } from '../../platform/crypto/index.js';
import { Refusal, notFound } from '../../platform/http/index.js';
import { WINDOW_SECONDS, expiryOf, makeRotatingCode, readRotatingCode, windowOf } from '../members/index.js';
import { StoreLookup, type Store } from '../org/index.js';

const PURPOSE = 'store code';
/** What rotating codes look like, fresh or stale; everything else is a printed code. */
const ROTATING = /^[LF]\d[A-Z2-9]{29}$/;

export interface ShownStoreCode {
  readonly code: string;
  readonly expiresAt: Date;
  readonly refreshAfterSeconds: number;
}

/** A code that somebody scanned in a store. */
export interface ScannedStore {
  readonly store: Store;
  /** The rotating code on the till's screen proves presence; the printed one may be a photograph. */
  readonly proven: boolean;
}

/** The codes of a store: the printed one, which never changes, and the one on the staff's screen, which rotates. */
@Injectable()
export class StoreCodes {
  constructor(
    private readonly signer: Signer,
    private readonly clock: Clock,
    private readonly stores: StoreLookup,
  ) {}

  show(storeId: number): ShownStoreCode {
    const now = this.clock.now();
    const window = windowOf(now);
    const nextWindowMs = (window + 1) * WINDOW_SECONDS * 1000;
    return {
      code: makeRotatingCode(this.mac, { kind: 'live', subject: storeId, window }),
      expiresAt: expiryOf('live', window),
      refreshAfterSeconds: Math.ceil((nextWindowMs - now.getTime()) / 1000),
    };
  }

  /** @throws Refusal `code_expired` for a rotating code that is stale or none of ours, `not_found` for others */
  async read(code: string): Promise<ScannedStore> {
    const proven = ROTATING.test(code);
    const store = await (proven ? this.byRotatingCode(code) : this.stores.findByCode(code));
    if (store?.kind !== 'store') {
      throw notFound();
    }
    return { store, proven };
  }

  private byRotatingCode(code: string): Promise<Store | undefined> {
    const read = readRotatingCode(this.mac, code, this.clock.now());
    if (read?.kind !== 'live') {
      throw new Refusal('code_expired');
    }
    return this.stores.find(read.subject);
  }

  private readonly mac = (text: string): Buffer => Buffer.from(this.signer.sign(PURPOSE, text), 'base64url');
}
