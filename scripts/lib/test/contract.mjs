import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GENERATED, writeContract } from '../generate-contract.mjs';
import { at } from '../paths.mjs';
import { single, sum } from './outcome.mjs';

/** What is committed is what the code says. */
export async function checkContract() {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-contract-'));
  try {
    await writeContract(folder);
    return sum(
      GENERATED.map(({ path, name }) =>
        single(
          read(at(path)) === read(join(folder, name)),
          `${path} is not what the code says: run \`npm run contract\``,
        ),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
