import { X509Certificate } from 'node:crypto';
import { SCHEMA, type Values } from './schema.js';
import { SettingError, type Setting } from './settings.js';

/** Everything the environment decides, read and checked once at start; nobody else reads `process.env`. */
export class Config {
  private constructor(private readonly values: Values) {}

  /** @throws ConfigError naming every missing or malformed variable at once. */
  static from(environment: Readonly<Record<string, string | undefined>>): Config {
    const problems: string[] = [];
    const values: Record<string, unknown> = {};
    for (const [key, setting] of Object.entries(SCHEMA) as [string, Setting<unknown>][]) {
      const text = environment[setting.env];
      if (text === undefined || text === '') {
        if (!('fallback' in setting)) {
          problems.push(`${setting.env} is missing: ${setting.doc}`);
        }
        values[key] = setting.fallback;
        continue;
      }
      try {
        values[key] = setting.parse(text);
      } catch (error) {
        if (!(error instanceof SettingError)) {
          throw error;
        }
        problems.push(`${setting.env} ${error.message}`);
      }
    }
    if (problems.length === 0) {
      problems.push(...bucketProblems(values as Values), ...standInProblems(values as Values));
    }
    if (problems.length > 0) {
      throw new ConfigError(problems);
    }
    return new Config(Object.freeze(values) as Values);
  }

  /** For writing the API document, which needs the shape of the program and none of its surroundings. */
  static withoutEnvironment(given: Partial<Values>): Config {
    const fallbacks = Object.entries(SCHEMA).map(([key, setting]) => [
      key,
      (setting as Setting<unknown>).fallback,
    ]);
    return new Config(Object.freeze({ ...Object.fromEntries(fallbacks), ...given }) as Values);
  }

  get<K extends keyof Values>(key: K): Values[K] {
    return this.values[key];
  }
}

export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Half a bucket would be found out by the first customer who uploads. */
function bucketProblems(values: Values): string[] {
  const given = [values.bucketUrl, values.bucketAccessKeyId, values.bucketSecretAccessKey].filter(
    (value) => value !== undefined,
  );
  return given.length === 0 || given.length === 3
    ? []
    : ['S3_BUCKET_URL, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set all of them or none'];
}

/** The stand-in's money is play money: its credentials and hosts never run in production, nor does plain http. */
function standInProblems(values: Values): string[] {
  if (values.environment !== 'production') {
    return [];
  }
  const problems: string[] = [];
  if (values.wechatAppId.includes('standin')) {
    problems.push('WECHAT_APP_ID belongs to the WeChat stand-in, which production refuses');
  }
  if (new X509Certificate(values.wechatMchCert).subject.includes('WeChat stand-in')) {
    problems.push('WECHAT_MCH_CERT belongs to the WeChat stand-in, which production refuses');
  }
  for (const [env, url] of [
    // WeChat calls no other, and the console's cookie is only safe there.
    ['PUBLIC_URL', values.publicUrl],
    ['CONSOLE_URL', values.consoleUrl],
    ['WECHAT_API_BASE', values.wechatApiBase],
    ['WECHAT_PAY_BASE', values.wechatPayBase],
    ['WECOM_API_BASE', values.wecomApiBase],
  ] as const) {
    if (!url.startsWith('https://')) {
      problems.push(`${env} must be https in production`);
    }
  }
  return problems;
}
