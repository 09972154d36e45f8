import { X509Certificate, createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** One environment variable: its name, what it means, and how its text becomes a value. */
export interface Setting<T> {
  readonly env: string;
  readonly doc: string;
  readonly parse: (text: string) => T;
  /** Used when the variable is absent. Without one the variable is required. */
  readonly fallback?: T;
  /** Shown in `.env.example` in place of a fallback. */
  readonly example?: string;
  readonly secret?: boolean;
}

export class SettingError extends Error {}

function refuse(message: string): never {
  throw new SettingError(message);
}

export const parseText = (text: string): string => text;

export const parsePort = (text: string): number => {
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= 65535 ? port : refuse('must be a port, 0 to 65535');
};

export const parseWhole =
  (min: number, max: number) =>
  (text: string): number => {
    const value = Number(text);
    return Number.isInteger(value) && value >= min && value <= max
      ? value
      : refuse(`must be a whole number from ${min} to ${max}`);
  };

export const parseFlag = (text: string): boolean =>
  text === 'true' ? true : text === 'false' ? false : refuse('must be true or false');

export const parseUrl = (text: string): string => {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return refuse('must be an absolute http(s) address');
  }
  return ['http:', 'https:'].includes(url.protocol)
    ? text.replace(/\/+$/, '')
    : refuse('must be an absolute http(s) address');
};

export const parseDatabaseUrl = (text: string): string => {
  try {
    const url = new URL(text);
    if (['mysql:', 'mariadb:'].includes(url.protocol) && url.pathname.length > 1) {
      return text;
    }
  } catch {
    // falls through to the refusal below
  }
  return refuse('must look like mysql://user:password@host:port/database');
};

export const parseKey =
  (bytes: number) =>
  (text: string): Buffer => {
    const key = Buffer.from(text, 'base64');
    return key.length === bytes ? key : refuse(`must be ${bytes} bytes in base64`);
  };

/** PEM text itself (also with `\n` written out, as many environments do), or the path of a PEM file. */
const parsePem = (text: string): string => {
  if (text.includes('-----BEGIN ')) {
    return text.replaceAll('\\n', '\n');
  }
  let content: string;
  try {
    content = readFileSync(text, 'utf8');
  } catch {
    return refuse('must be PEM text or the path of a readable PEM file');
  }
  return content.includes('-----BEGIN ') ? content : refuse('names a file that holds no PEM');
};

/** PEM that is really what it should be: a broken key stops the start, not the first payment. */
const parsePemOf =
  (what: string, read: (pem: string) => unknown) =>
  (text: string): string => {
    const pem = parsePem(text);
    try {
      read(pem);
    } catch {
      return refuse(`holds no usable ${what}`);
    }
    return pem;
  };

export const parseCertificates = parsePemOf('certificate', (pem) => new X509Certificate(pem));
export const parsePrivateKey = parsePemOf('private key', createPrivateKey);
export const parsePublicKey = parsePemOf('public key', createPublicKey);

export const parseChoice =
  <const T extends string>(...choices: T[]) =>
  (text: string): T =>
    choices.find((choice) => choice === text) ?? refuse(`must be one of ${choices.join(', ')}`);

export const matching =
  (pattern: RegExp, what: string) =>
  (text: string): string =>
    pattern.test(text) ? text : refuse(`must be ${what}`);
