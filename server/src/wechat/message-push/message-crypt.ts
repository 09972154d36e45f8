import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const BLOCK_BYTES = 32;

export interface MessageCryptOptions {
  readonly token: string;
  /** 43 characters, as the console shows them. */
  readonly encodingAesKey: string;
  /** App id, or corp id for WeCom: whom a message must be meant for. */
  readonly receiveId: string;
}

export interface SealedMessage {
  readonly timestamp: string;
  readonly nonce: string;
  readonly encrypt: string;
  readonly msgSignature: string;
}

/** The WXBizMsgCrypt scheme under which mini-program and WeCom push messages to us. */
export class MessageCrypt {
  private readonly key: Buffer;

  constructor(private readonly options: MessageCryptOptions) {
    this.key = Buffer.from(`${options.encodingAesKey}=`, 'base64');
    if (options.encodingAesKey.length !== 43 || this.key.length !== 32) {
      throw new Error('An EncodingAESKey has 43 characters');
    }
  }

  /** @throws when signature, padding, length or receiver is wrong. */
  open(message: SealedMessage): string {
    const { timestamp, nonce, encrypt, msgSignature } = message;
    if (!equal(msgSignature, this.sign(timestamp, nonce, encrypt))) {
      throw new Error('The message signature is wrong');
    }
    const decipher = createDecipheriv('aes-256-cbc', this.key, this.key.subarray(0, 16)).setAutoPadding(
      false,
    );
    const padded = Buffer.concat([decipher.update(encrypt, 'base64'), decipher.final()]);
    return this.unpack(withoutPadding(padded));
  }

  seal(message: string, timestamp: string, nonce: string, random = randomBytes(RANDOM_BYTES)): SealedMessage {
    const text = Buffer.from(message);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(text.length);
    const packed = withPadding(Buffer.concat([random, length, text, Buffer.from(this.options.receiveId)]));
    const cipher = createCipheriv('aes-256-cbc', this.key, this.key.subarray(0, 16)).setAutoPadding(false);
    const encrypt = Buffer.concat([cipher.update(packed), cipher.final()]).toString('base64');
    return { timestamp, nonce, encrypt, msgSignature: this.sign(timestamp, nonce, encrypt) };
  }

  /** The check of the address, and of messages sent in the clear: is it WeChat that asks? */
  isGenuine(signature: string, timestamp: string, nonce: string): boolean {
    return equal(signature, this.sign(timestamp, nonce));
  }

  private sign(...parts: string[]): string {
    const joined = [this.options.token, ...parts].sort().join('');
    return createHash('sha1').update(joined).digest('hex');
  }

  private unpack(packed: Buffer): string {
    const start = RANDOM_BYTES + LENGTH_BYTES;
    const end = packed.length >= start ? start + packed.readUInt32BE(RANDOM_BYTES) : Infinity;
    if (end > packed.length) {
      throw new Error('The message is cut off');
    }
    if (packed.subarray(end).toString('utf8') !== this.options.receiveId) {
      throw new Error('The message is meant for somebody else');
    }
    return packed.subarray(start, end).toString('utf8');
  }
}

function withPadding(bytes: Buffer): Buffer {
  const count = BLOCK_BYTES - (bytes.length % BLOCK_BYTES);
  return Buffer.concat([bytes, Buffer.alloc(count, count)]);
}

function withoutPadding(bytes: Buffer): Buffer {
  const count = bytes.at(-1) ?? 0;
  const padding = bytes.subarray(-count);
  if (
    count < 1 ||
    count > BLOCK_BYTES ||
    padding.length !== count ||
    padding.some((byte) => byte !== count)
  ) {
    throw new Error('The message has a wrong padding');
  }
  return bytes.subarray(0, -count);
}

function equal(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
