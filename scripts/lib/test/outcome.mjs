import { existsSync, readFileSync } from 'node:fs';

/**
 * What one kind of tests came to.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Outcome
 */

/** @returns {Outcome} */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

/** One check that counts as one. */
export const single = (ok, failure) => ({
  ...nothing(),
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  failures: ok ? [] : [failure],
});

export const sum = (outcomes) =>
  outcomes.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
      failures: [...total.failures, ...one.failures],
    }),
    nothing(),
  );

/** Reads what jest wrote with --json. A run that ended badly without a failed test counts as one failure. */
export function fromJest(file, exitCode, output) {
  if (!existsSync(file)) {
    return single(false, `jest did not finish:\n${lastLines(output)}`);
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failures = report.testResults.flatMap((suite) => {
    const failed = suite.assertionResults.filter(({ status }) => status === 'failed');
    return failed.length === 0 && suite.status === 'failed'
      ? [`${suite.name}\n${firstLines(suite.message)}`]
      : failed.map((test) => `${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`);
  });
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const outcome = { passed: report.numPassedTests, failed, skipped: report.numPendingTests, failures };
  return withExitCode(outcome, exitCode, output);
}

/** Reads what node:test wrote as TAP. */
export function fromTap(tap, exitCode) {
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  const outcome = {
    passed: count('pass'),
    failed,
    skipped: count('skipped') + count('todo'),
    failures: tapFailures(tap),
  };
  return withExitCode(outcome, exitCode, tap);
}

function withExitCode(outcome, exitCode, output) {
  return exitCode !== 0 && outcome.failed === 0
    ? { ...outcome, failed: 1, failures: [`ended with code ${exitCode}:\n${lastLines(output)}`] }
    : outcome;
}

/** The failed leaves: a failed parent only repeats what its children have said. */
function tapFailures(tap) {
  const lines = tap.split('\n');
  return lines.flatMap((line, index) => {
    const name = /^\s*not ok \d+ - (.*)$/.exec(line)?.[1];
    if (name === undefined) {
      return [];
    }
    const rest = lines.slice(index + 1);
    const detail = rest.slice(
      0,
      rest.findIndex((text) => text.trim() === '...'),
    );
    return detail.some((text) => text.includes("failureType: 'subtestsFailed'"))
      ? []
      : [`${name}\n${detail.slice(0, 25).join('\n')}`];
  });
}

const firstLines = (text) => text.split('\n').slice(0, 20).join('\n');
const lastLines = (text) => text.trimEnd().split('\n').slice(-25).join('\n');
