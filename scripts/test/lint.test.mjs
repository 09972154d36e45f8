import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { at } from '../lib/paths.mjs';

const ASYNC = 'declare function save(): Promise<void>;\n';

/** What must not get past review, and the rule that says so. */
const PLANTED = [
  ['@typescript-eslint/no-floating-promises', `${ASYNC}export function f() { save(); }`],
  [
    '@typescript-eslint/no-misused-promises',
    `${ASYNC}export function f() { if (save()) { return 1; } return 2; }`,
  ],
  ['@typescript-eslint/no-explicit-any', 'export const f = (value: any) => String(value);'],
  ['@typescript-eslint/no-non-null-assertion', 'export const f = (list: string[]) => list[0]!.length;'],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    "export function f(kind: 'a' | 'b') { switch (kind) { case 'a': return 1; } return 2; }",
  ],
  ['eqeqeq', 'export const f = (a: string, b: string) => a == b;'],
  ['curly', 'export function f(a: boolean) { if (a) return 1; return 2; }'],
  ['no-console', "export const f = () => console.log('here');"],
  ['no-restricted-exports', 'export default function f() { return 1; }'],
];

describe('lint rules', () => {
  const eslint = new ESLint({ cwd: at() });
  // The project service knows existing files; what is in them comes from here.
  const rulesBroken = async (text, file) => {
    const [result] = await eslint.lintText(text, { filePath: at(file) });
    return result.messages.map(({ ruleId }) => ruleId);
  };

  it('are silent about clean code', async () => {
    assert.deepEqual(
      await rulesBroken('export const f = (value: number): number => value + 1;\n', 'shared/src/money.ts'),
      [],
    );
  });

  for (const [rule, text] of PLANTED) {
    it(`${rule} finds: ${text.split('\n').at(-1)}`, async () => {
      assert.ok((await rulesBroken(text, 'shared/src/money.ts')).includes(rule));
    });
  }

  it('keep the environment to the configuration', async () => {
    const text = 'export const f = () => process.env.HOME;\n';
    assert.ok(
      (await rulesBroken(text, 'server/src/platform/clock/clock.ts')).includes('no-restricted-properties'),
    );
    assert.deepEqual(await rulesBroken(text, 'server/src/platform/config/config.ts'), []);
  });

  it('keep platform calls of the mini-program in platform/', async () => {
    const page = 'miniapp/src/app.tsx';
    const hooks = "import { useDidShow } from '@tarojs/taro';\nexport const use = useDidShow;\n";
    const calls = "import Taro from '@tarojs/taro';\nexport const login = () => Taro.login();\n";
    assert.ok(!(await rulesBroken(hooks, page)).includes('no-restricted-imports'));
    assert.ok((await rulesBroken(calls, page)).includes('no-restricted-imports'));
    assert.ok(
      (await rulesBroken('export const f = () => wx.login();\n', page)).includes('no-restricted-globals'),
    );
  });
});
