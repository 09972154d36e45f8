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
      problems.push(...standInProblems(values as Values));
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

/** The stand-in's money is play money: its credentials and hosts never run in production. */
function standInProblems(values: Values): string[] {
  if (values.environment !== 'production') {
    return [];
  }
  const problems: string[] = [];
  if (values.wechatAppId.includes('standin')) {
    problems.push('WECHAT_APP_ID belongs to the WeChat stand-in, which production refuses');
  }
  for (const [env, url] of [
    ['WECHAT_API_BASE', values.wechatApiBase],
    ['WECHAT_PAY_BASE', values.wechatPayBase],
  ] as const) {
    if (!url.startsWith('https://')) {
      problems.push(`${env} must be https in production`);
    }
  }
  return problems;
}
