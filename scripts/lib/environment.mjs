import { join } from 'node:path';
import { Secrets, makeServerKeys } from './secrets.mjs';
import { standInEnvironment, usesRealWechat } from './wechat.mjs';

/** One machine plays all customers at once: what stops a stranger in production would stop the demonstration. */
const RATE_LIMITS = { RATE_LIMIT_PER_IP: '60000', RATE_LIMIT_PER_IDENTITY: '60000' };

/** What API, worker and tools of one copy are told; what the person has set wins. */
export async function serverEnvironment({ dataDir, databaseUrl, ports }) {
  const keys = await new Secrets(join(dataDir, 'secrets.json')).group('server', makeServerKeys);
  const wechat = usesRealWechat() ? {} : await standInEnvironment(join(dataDir, 'wechat'), ports.wechat);
  return {
    ...keys,
    MEDIA_DIR: join(dataDir, 'media'),
    PUBLIC_URL: `http://127.0.0.1:${ports.api}`,
    PHONE_URL: `http://127.0.0.1:${ports.phone}`,
    CONSOLE_URL: `http://127.0.0.1:${ports.console}`,
    ...RATE_LIMITS,
    // A real phone in the same network plays along.
    HOST_WECHAT: '0.0.0.0',
    ...wechat,
    ...given([
      ...Object.keys({ ...keys, ...RATE_LIMITS }),
      'MEDIA_DIR',
      'PUBLIC_URL',
      'PHONE_URL',
      'CONSOLE_URL',
    ]),
    DATABASE_URL: databaseUrl,
    PORT_API: String(ports.api),
    PORT_PHONE: String(ports.phone),
    PORT_CONSOLE: String(ports.console),
    PORT_WECHAT: String(ports.wechat),
  };
}

function given(names) {
  return Object.fromEntries(
    names.filter((name) => process.env[name]).map((name) => [name, process.env[name]]),
  );
}
