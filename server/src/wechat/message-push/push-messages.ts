import { Fields } from '../http/fields.js';
import { suggestionOf } from '../mini-program/content-check.js';
import { MessageCrypt } from './message-crypt.js';

/** What WeChat found in a picture that we asked it to check. */
export interface PictureVerdict {
  readonly traceId: string;
  readonly outcome: 'pass' | 'review' | 'risky';
}

export type PushedMessage =
  | { readonly kind: 'picture-verdict'; readonly verdict: PictureVerdict }
  /** Genuine, and nothing we act on. */
  | { readonly kind: 'other'; readonly event: string };

export interface PushQuery {
  readonly signature?: string;
  readonly msg_signature?: string;
  readonly timestamp?: string;
  readonly nonce?: string;
  readonly echostr?: string;
}

/** Messages that WeChat pushes to a mini-program's server, as JSON in the security mode. */
export class PushMessages {
  private readonly crypt: MessageCrypt | undefined;

  constructor(options: { token: string | undefined; encodingAesKey: string | undefined; appId: string }) {
    const { token, encodingAesKey, appId } = options;
    this.crypt =
      token === undefined || encodingAesKey === undefined
        ? undefined
        : new MessageCrypt({ token, encodingAesKey, receiveId: appId });
  }

  /** What to answer when WeChat tries the address; undefined when it isn't WeChat that asks. */
  greeting({ signature = '', timestamp = '', nonce = '', echostr = '' }: PushQuery): string | undefined {
    return this.crypt?.isGenuine(signature, timestamp, nonce) ? echostr : undefined;
  }

  /** Undefined for what WeChat didn't seal for us. @throws Malformed when it did, and it makes no sense */
  open({ msg_signature: msgSignature = '', timestamp = '', nonce = '' }: PushQuery, encrypt: string) {
    if (!this.crypt) {
      return undefined;
    }
    let text: string;
    try {
      text = this.crypt.open({ timestamp, nonce, encrypt, msgSignature });
    } catch {
      return undefined;
    }
    return readMessage(Fields.parse(text));
  }
}

function readMessage(fields: Fields): PushedMessage {
  const event = fields.optionalText('Event') ?? fields.optionalText('MsgType') ?? '';
  return event === 'wxa_media_check'
    ? {
        kind: 'picture-verdict',
        verdict: {
          traceId: fields.text('trace_id'),
          outcome: suggestionOf(fields.object('result').text('suggest')),
        },
      }
    : { kind: 'other', event };
}
