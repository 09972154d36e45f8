import { createInterface } from 'node:readline/promises';
import { Failure } from './terminal.mjs';

/** Asks on the terminal; without one only `--yes` is a yes. */
export async function confirm(yes, warning) {
  if (yes) {
    return;
  }
  if (!process.stdin.isTTY) {
    throw new Failure(`${warning} Add --yes to go on.`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${warning} Type "yes" to go on: `);
  terminal.close();
  if (answer.trim() !== 'yes') {
    throw new Failure('Nothing was changed.');
  }
}
