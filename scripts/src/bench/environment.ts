import { randomBytes } from 'node:crypto';
import { makeCredentials, serverEnvironment, type Credentials } from '@regulars/wechat-stand-in';
import { POOL_SIZE } from './sizes.js';

/** Looks like a real one: in production the server refuses the stand-in's. Nothing is ever sent there. */
const APP_ID = 'wx00000000bench001';
const NOWHERE = 'https://127.0.0.1:1';

/** What API, floor and load generator are told alike. */
export interface BenchEnvironment {
  readonly credentials: Credentials;
  readonly variables: Readonly<Record<string, string>>;
}

export function makeEnvironment(databaseUrl: string, mediaDir: string): BenchEnvironment {
  const credentials = { ...makeCredentials(), appId: APP_ID };
  const key = (bytes: number): string => randomBytes(bytes).toString('base64');
  return {
    credentials,
    variables: {
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_SIZE: String(POOL_SIZE),
      PUBLIC_URL: NOWHERE,
      MEDIA_DIR: mediaDir,
      HOST_API: '127.0.0.1',
      // All members of the benchmark call from one address.
      RATE_LIMIT_PER_IP: '0',
      RATE_LIMIT_PER_IDENTITY: '0',
      DATA_KEY: key(32),
      ID_KEY: key(16),
      SESSION_KEY: key(32),
      ...serverEnvironment(credentials, NOWHERE),
    },
  };
}

/** A variable that this very process was given. @throws when it wasn't */
export function given(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is missing`);
  }
  return value;
}
