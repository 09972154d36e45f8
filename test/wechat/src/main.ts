import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeCredentials, startStandIn, type TryItSetup } from './index.js';

const DEFAULT_PORT = 8083;
/** A phone in the same network reaches the stand-in too. */
const EVERYWHERE = '0.0.0.0';
/** On the real side an order is known to the shipping interface about a minute after payment. */
const SHIPPING_LAG_MS = 5_000;
const SIGN_TEST_EVERY = 10;

const { values } = parseArgs({
  options: { credentials: { type: 'string' }, state: { type: 'string' }, port: { type: 'string' } },
});
const { env } = process;

try {
  const standIn = await startStandIn({
    port: Number(values.port ?? env.PORT_WECHAT ?? DEFAULT_PORT),
    host: env.HOST_WECHAT ?? EVERYWHERE,
    credentials: makeCredentials(values.credentials ?? inDataDir('')),
    stateFile: values.state ?? inDataDir('state.json'),
    // The page's own files, and its scripts, which are built beside this one.
    webFolders: [folder('../src/web'), folder('./web')],
    tryIt: env.CODES_FILE === undefined ? undefined : readTryIt(env.CODES_FILE),
    phoneUrl: env.PHONE_URL,
    consoleUrl: env.CONSOLE_URL,
    apiUrl: env.API_URL ?? env.PUBLIC_URL,
    shippingLagMs: SHIPPING_LAG_MS,
    signTestEvery: SIGN_TEST_EVERY,
  });
  console.log(`WeChat stand-in: ${standIn.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void standIn.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Where a started copy of the product keeps its own WeChat. */
function inDataDir(name: string): string | undefined {
  return env.DATA_DIR === undefined ? undefined : join(env.DATA_DIR, 'wechat', name);
}

function folder(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** A plain list holds codes only. */
function readTryIt(file: string): TryItSetup {
  const content = JSON.parse(readFileSync(file, 'utf8')) as TryItSetup | NonNullable<TryItSetup['codes']>;
  return 'length' in content ? { codes: content } : content;
}
