import type { IncomingHttpHeaders } from 'node:http';
import type { OnModuleInit } from '@nestjs/common';
import { lazily } from '../lazily.js';
import { Fields } from '../http/fields.js';
import type { Clock } from '../../platform/clock/index.js';
import { type RefundResult, type Transaction, readRefund, readTransaction } from './resources.js';
import { ResourceCipher } from './resource-cipher.js';
import { Serials, type TrustedKeys } from './serials.js';
import { type SignatureDefect, signatureDefect } from './signature.js';

const ALGORITHM = 'AEAD_AES_256_GCM';
const RESOURCE_TYPE = 'encrypt-resource';

interface Envelope {
  /** WeChat's own number of the notification: a repeat carries the same. */
  readonly id: string;
  readonly eventType: string;
  readonly originalType: string;
}

export interface TransactionNotification extends Envelope {
  readonly kind: 'transaction';
  readonly transaction: Transaction;
}

export interface RefundNotification extends Envelope {
  readonly kind: 'refund';
  readonly mchId: string;
  readonly refund: RefundResult;
}

export type PayNotification = TransactionNotification | RefundNotification;

export type NotificationReading =
  | { readonly outcome: 'opened'; readonly notification: PayNotification }
  /** Not proven to come from WeChat: forged, altered, too old, or WeChat's own probe. */
  | { readonly outcome: 'unverified'; readonly defect: SignatureDefect }
  /** WeChat's, but about something we never asked for. */
  | ({ readonly outcome: 'unsupported' } & Envelope)
  /** WeChat's, but not to be understood: another APIv3 key, or a form we don't know. */
  | { readonly outcome: 'unreadable'; readonly id: string | null; readonly error: string };

export type VerifiedReading = Exclude<NotificationReading, { readonly outcome: 'unverified' }>;

export interface NotificationOptions {
  readonly trusted: TrustedKeys;
  readonly apiV3Key: string;
}

/** Reads WeChat Pay's notifications: verifies first, then decrypts, then understands. */
export class PayNotifications implements OnModuleInit {
  private readonly serials: () => Serials;
  private readonly cipher: () => ResourceCipher;

  constructor(
    options: NotificationOptions,
    private readonly clock: Clock,
  ) {
    this.serials = lazily(() => new Serials(options.trusted));
    this.cipher = lazily(() => new ResourceCipher(options.apiV3Key));
  }

  /** Reads the keys, so that wrong ones stop the start. Writing the contract needs none. */
  onModuleInit(): void {
    this.serials();
    this.cipher();
  }

  /** @param rawBody the bytes as received, never JSON written again. */
  read(headers: IncomingHttpHeaders, rawBody: Buffer): NotificationReading {
    const defect = signatureDefect(headerOf(headers), rawBody, this.serials(), this.clock.now());
    return defect ? { outcome: 'unverified', defect } : this.open(rawBody);
  }

  /** Reads once more what was verified when it came in and has been kept since. */
  readKept(rawBody: Buffer): VerifiedReading {
    return this.open(rawBody);
  }

  private open(rawBody: Buffer): VerifiedReading {
    let id: string | null = null;
    try {
      const fields = Fields.parse(rawBody.toString('utf8'));
      id = fields.text('id');
      return this.openEnvelope(id, fields);
    } catch (error) {
      return { outcome: 'unreadable', id, error: error instanceof Error ? error.message : String(error) };
    }
  }

  private openEnvelope(id: string, fields: Fields): VerifiedReading {
    const resource = fields.object('resource');
    const envelope = {
      id,
      eventType: fields.text('event_type'),
      originalType: resource.text('original_type'),
    };
    const kind = kindOf(envelope);
    if (!kind) {
      return { outcome: 'unsupported', ...envelope };
    }
    fields.oneOf('resource_type', [RESOURCE_TYPE]);
    resource.oneOf('algorithm', [ALGORITHM]);
    const plaintext = Fields.parse(
      this.cipher().open({
        nonce: resource.text('nonce'),
        associatedData: resource.optionalText('associated_data') ?? '',
        ciphertext: resource.text('ciphertext'),
      }),
    );
    return {
      outcome: 'opened',
      notification:
        kind === 'transaction'
          ? { ...envelope, kind, transaction: readTransaction(plaintext) }
          : {
              ...envelope,
              kind,
              mchId: plaintext.text('mchid'),
              refund: readRefund(plaintext, 'refund_status'),
            },
    };
  }
}

/** Both names decide: `TRANSACTION.SUCCESS` also announces shared profits, with another original type. */
function kindOf({ eventType, originalType }: Envelope): 'transaction' | 'refund' | undefined {
  if (eventType === 'TRANSACTION.SUCCESS' && originalType === 'transaction') {
    return 'transaction';
  }
  const refundEvents = ['REFUND.SUCCESS', 'REFUND.ABNORMAL', 'REFUND.CLOSED'];
  return refundEvents.includes(eventType) && originalType === 'refund' ? 'refund' : undefined;
}

/** A header that came twice proves nothing, so it counts as missing. */
function headerOf(headers: IncomingHttpHeaders): (name: string) => string | undefined {
  return (name) => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
}
