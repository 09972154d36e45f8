import { readFileSync } from 'node:fs';

/** Where the running product is, as its own run file tells. */
export interface Run {
  readonly api: string;
  readonly phone: string;
  readonly console: string;
  readonly wechat: string;
  readonly admin: { readonly email: string; readonly password: string; readonly totpSecret: string };
  readonly brandId: string;
  readonly staffOpenid: string;
}

export const run = JSON.parse(readFileSync(setting('RUN_FILE'), 'utf8')) as Run;

/** Who is who in the demo data. */
export const people = JSON.parse(readFileSync(setting('DEMO_FACTS'), 'utf8')) as {
  readonly customerOpenid: string;
};

export const chromiumPath = setting('CHROMIUM');

function setting(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is missing: start these tests by \`npm test -- browser\``);
  }
  return value;
}
