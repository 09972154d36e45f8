import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { Signer } from '../../../platform/crypto/index.js';
import { Refusal } from '../../../platform/http/index.js';
import {
  WINDOW_SECONDS,
  expiryOf,
  makeRotatingCode,
  readRotatingCode,
  windowOf,
  type RotatingKind,
} from '../domain/rotating-code.js';

const PURPOSE = 'member code';

export interface CardCodes {
  readonly code: string;
  readonly expiresAt: Date;
  readonly refreshAfterSeconds: number;
  /** Shown instead while the phone has no network. */
  readonly offlineCode: string;
}

/** What a scanned code says. Whoever lets it move value remembers (membership, window) so that it does so once. */
export interface PresentedCard {
  readonly membershipId: number;
  readonly window: number;
  readonly kind: RotatingKind;
}

/** The code on a member's card: new every 30 seconds, so that a picture of it is soon worth nothing. */
@Injectable()
export class MemberCodes {
  constructor(
    private readonly signer: Signer,
    private readonly clock: Clock,
  ) {}

  show(membershipId: number): CardCodes {
    const now = this.clock.now();
    const window = windowOf(now);
    const nextWindowMs = (window + 1) * WINDOW_SECONDS * 1000;
    return {
      code: this.make('live', membershipId, window),
      expiresAt: expiryOf('live', window),
      refreshAfterSeconds: Math.ceil((nextWindowMs - now.getTime()) / 1000),
      offlineCode: this.make('offline', membershipId, window),
    };
  }

  /** @throws Refusal `member_code_invalid` */
  read(code: string): PresentedCard {
    const read = readRotatingCode(this.mac, code, this.clock.now());
    if (!read) {
      throw new Refusal('member_code_invalid');
    }
    return { membershipId: read.subject, window: read.window, kind: read.kind };
  }

  private make(kind: RotatingKind, subject: number, window: number): string {
    return makeRotatingCode(this.mac, { kind, subject, window });
  }

  private readonly mac = (text: string): Buffer => Buffer.from(this.signer.sign(PURPOSE, text), 'base64url');
}
