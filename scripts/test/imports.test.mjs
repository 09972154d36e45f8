import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { at } from '../lib/paths.mjs';
import { execute } from '../lib/processes.mjs';

const MODULE = 'export const value = 1;\n';
const importing = (path) => `import { value } from '${path}';\nexport const copy = value;\n`;

/** A small house that keeps the rules. */
const HOUSE = {
  'shared/src/index.ts': MODULE,
  'server/src/platform/clock/index.ts': MODULE,
  'server/src/modules/members/index.ts': MODULE,
  'server/src/modules/members/member.entity.ts': MODULE,
  'server/src/modules/orders/index.ts': MODULE,
  'server/src/modules/orders/place-order.ts': importing('../members/index.js'),
  'server/src/modules/orders/domain/totals.ts': importing('../../../../../shared/src/index.js'),
  'server/src/modules/orders/domain/totals.spec.ts': importing('../../../platform/clock/index.js'),
  'server/src/flows/checkout.ts': importing('../modules/orders/index.js'),
  'miniapp/src/ui/Button.ts': MODULE,
  'miniapp/src/pages/home.ts': importing('../ui/Button.js'),
  'scripts/src/demo.ts': importing('../../server/src/modules/orders/domain/totals.js'),
  'admin/src/main.ts': importing('../../shared/src/index.js'),
};

/** One file that breaks one rule, by the rule's name. */
const PLANTED = [
  [
    'no-circles',
    'server/src/platform/clock/another.ts',
    './other.js',
    { 'server/src/platform/clock/other.ts': importing('./another.js') },
  ],
  ['no-strangers', 'server/src/modules/sundries/index.ts', '../../platform/clock/index.js'],
  ['module-door', 'server/src/modules/orders/peek.ts', '../members/member.entity.js'],
  ['house-door', 'server/src/flows/peek.ts', '../modules/members/member.entity.js'],
  ['scripts-by-door-or-rule', 'scripts/src/peek.ts', '../../server/src/modules/members/member.entity.js'],
  ['rung-members-looks-down', 'server/src/modules/members/climb.ts', '../orders/index.js'],
  [
    'rung-live-codes-looks-down',
    'server/src/modules/pricing/sideways.ts',
    '../loyalty/index.js',
    { 'server/src/modules/loyalty/index.ts': MODULE },
  ],
  ['modules-below-flows', 'server/src/modules/orders/upward.ts', '../../flows/checkout.js'],
  ['platform-below', 'server/src/platform/clock/upward.ts', '../../modules/orders/index.js'],
  ['pure-domain', 'server/src/modules/orders/domain/impure.ts', '../../../platform/clock/index.js'],
  ['pure-domain', 'server/src/modules/orders/domain/reading.ts', 'node:fs'],
  ['controller-thin', 'server/src/modules/members/members.controller.ts', './member.entity.js'],
  ['shared-imports-nothing', 'shared/src/clever.ts', 'node:path'],
  [
    'clients-know-the-contract-only',
    'miniapp/src/pages/server.ts',
    '../../../server/src/modules/orders/index.js',
  ],
  ['clients-know-the-contract-only', 'admin/src/phone.ts', '../../miniapp/src/ui/Button.js'],
  ['phone-ui-knows-no-data', 'miniapp/src/ui/Clever.ts', '../pages/home.js'],
  [
    'product-without-tests',
    'server/src/platform/clock/test-only.ts',
    '../../../../test/wechat/src/index.js',
    { 'test/wechat/src/index.ts': MODULE },
  ],
];

describe('import directions', () => {
  let house;

  before(() => {
    house = mkdtempSync(join(tmpdir(), 'regulars-house-'));
    write(HOUSE);
    symlinkSync(at('node_modules'), join(house, 'node_modules'));
    writeFileSync(join(house, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(house, 'tsconfig.json'), '{ "compilerOptions": { "module": "NodeNext" } }');
  });

  after(() => rmSync(house, { recursive: true }));

  it('let a house stand that keeps them', async () => {
    assert.deepEqual(await violations(), []);
  });

  it('are broken by each file that was planted, and say by which', async () => {
    for (const [, file, path, more = {}] of PLANTED) {
      write({ [file]: importing(path), ...more });
    }
    const found = await violations();
    for (const [rule, file, path] of PLANTED) {
      assert.ok(found.includes(`${rule} ${file}`), `${rule}: ${file} must not import ${path}`);
    }
  });

  function write(files) {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(house, name)), { recursive: true });
      writeFileSync(join(house, name), content);
    }
  }

  async function violations() {
    const { output } = await execute(
      at('node_modules/.bin/depcruise'),
      [
        '--config',
        at('.dependency-cruiser.cjs'),
        '-T',
        'json',
        'server',
        'shared',
        'miniapp',
        'admin',
        'scripts',
      ],
      { cwd: house, env: { CRUISE_TSCONFIG: join(house, 'tsconfig.json') }, allowFailure: true },
    );
    return JSON.parse(output).summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
  }
});
