import { TEST_ENVIRONMENT } from '../../../test/harness.js';
import { Config, ConfigError } from './config.js';
import { exampleEnvironment } from './example.js';
import { SCHEMA } from './schema.js';

const GOOD = { ...TEST_ENVIRONMENT, DATABASE_URL: 'mysql://me@127.0.0.1:3306/regulars' };

function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    Config.from(environment);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

describe('Config', () => {
  it('names everything that is missing at once', () => {
    const required = Object.values(SCHEMA).filter((setting) => !('fallback' in setting));
    const problems = problemsOf({});
    expect(problems).toHaveLength(required.length);
    for (const { env } of required) {
      expect(problems.some((problem) => problem.startsWith(`${env} is missing`))).toBe(true);
    }
  });

  it.each([
    ['PORT_API', '80800'],
    ['DATABASE_URL', 'postgres://me@host/db'],
    ['DATABASE_URL', 'mysql://me@host'],
    ['DATABASE_POOL_SIZE', '1'],
    ['PUBLIC_URL', 'api.example.com'],
    ['DATA_KEY', 'c2hvcnQ='],
    ['WECHAT_APP_ID', 'gh_123'],
    ['WECHAT_MCH_ID', '19-000'],
    ['WECHAT_MCH_CERT', '-----BEGIN CERTIFICATE-----\nbroken\n-----END CERTIFICATE-----'],
    ['WECHAT_MCH_CERT', '/nowhere/apiclient_cert.pem'],
    ['WECHAT_MCH_KEY', '-----BEGIN PRIVATE KEY-----\nbroken\n-----END PRIVATE KEY-----'],
    ['WECHAT_PAY_PUBLIC_KEY', '-----BEGIN PUBLIC KEY-----\nbroken\n-----END PUBLIC KEY-----'],
    ['WECHAT_PAY_API_V3_KEY', 'too short'],
    ['TRUST_PROXY', 'yes'],
    ['NODE_ENV', 'prod'],
  ])('refuses %s=%s and names it', (env, text) => {
    expect(problemsOf({ ...GOOD, [env]: text })).toEqual([expect.stringContaining(env)]);
  });

  it('never repeats a secret in its complaint', () => {
    expect(problemsOf({ ...GOOD, SESSION_KEY: 'my-secret' }).join()).not.toContain('my-secret');
  });

  it('takes PEM with written-out line breaks', () => {
    const key = TEST_ENVIRONMENT.WECHAT_MCH_KEY?.replaceAll('\n', '\\n');
    expect(problemsOf({ ...GOOD, WECHAT_MCH_KEY: key })).toEqual([]);
  });

  it('writes an example that names every setting', () => {
    const example = exampleEnvironment();
    for (const { env } of Object.values(SCHEMA)) {
      expect(example).toMatch(new RegExp(`^(# )?${env}=`, 'm'));
    }
  });
});
