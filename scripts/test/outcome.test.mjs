import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { execute } from '../lib/processes.mjs';
import { fromJest, fromTap, single, sum } from '../lib/test/outcome.mjs';

const folder = mkdtempSync(join(tmpdir(), 'regulars-outcome-'));
after(() => rmSync(folder, { recursive: true }));

describe('the sum of all tests', () => {
  it('adds up', () => {
    const total = sum([single(true), single(false, 'broken'), single(true)]);
    assert.deepEqual(total, { passed: 2, failed: 1, skipped: 0, failures: ['broken'] });
  });
});

describe('jest reports', () => {
  const report = (value) => {
    const file = join(folder, 'jest.json');
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  const clean = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numRuntimeErrorTestSuites: 0,
    testResults: [],
  };

  it('are counted', () => {
    assert.equal(fromJest(report(clean), 0, '').passed, 3);
  });

  it('name the failed tests', () => {
    const testResults = [
      {
        status: 'failed',
        name: 'a.spec.ts',
        message: '',
        assertionResults: [{ status: 'failed', fullName: 'adds', failureMessages: ['1 is not 2'] }],
      },
    ];
    const outcome = fromJest(report({ ...clean, numFailedTests: 1, testResults }), 1, '');
    assert.deepEqual([outcome.failed, outcome.failures], [1, ['adds\n1 is not 2']]);
  });

  it('count a suite that did not even load', () => {
    const testResults = [
      { status: 'failed', name: 'a.spec.ts', message: 'SyntaxError', assertionResults: [] },
    ];
    const outcome = fromJest(report({ ...clean, numRuntimeErrorTestSuites: 1, testResults }), 1, '');
    assert.deepEqual([outcome.failed, outcome.failures], [1, ['a.spec.ts\nSyntaxError']]);
  });

  it('are not believed when jest ended badly', () => {
    assert.equal(fromJest(report(clean), 1, 'out of memory').failed, 1);
    assert.equal(fromJest(join(folder, 'missing.json'), 0, '').failed, 1);
  });
});

describe('node:test reports', () => {
  const runFile = async (text) => {
    const file = join(folder, 'sample.test.mjs');
    writeFileSync(file, `import { describe, it } from 'node:test';\n${text}`);
    const { code, output } = await execute(process.execPath, ['--test', '--test-reporter=tap', file], {
      // A test runner inside a test runner would report to the outer one.
      env: { NODE_TEST_CONTEXT: undefined },
      allowFailure: true,
    });
    return fromTap(output, code);
  };

  it('are counted, skipped ones apart', async () => {
    const outcome = await runFile(
      "describe('d', () => { it('a', () => {}); it('b', () => {}); it.skip('c', () => {}); });",
    );
    assert.deepEqual(outcome, { passed: 2, failed: 0, skipped: 1, failures: [] });
  });

  it('name the failed leaves, not their parents', async () => {
    const outcome = await runFile(
      "describe('d', () => { it('a', () => {}); it('b', () => { throw new Error('no'); }); });",
    );
    assert.deepEqual([outcome.passed, outcome.failed, outcome.failures.length], [1, 1, 1]);
    assert.match(outcome.failures[0], /^b\n/);
  });

  it('are not believed when a file could not be loaded', async () => {
    assert.equal((await runFile("import './nothing.mjs';")).failed, 1);
  });
});
