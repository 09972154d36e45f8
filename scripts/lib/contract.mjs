import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GENERATED, writeContract } from './generate-contract.mjs';
import { installDependencies } from './install.mjs';
import { at } from './paths.mjs';
import { say } from './terminal.mjs';
import { checkContract } from './test/contract.mjs';

/** `npm run contract`: writes what is generated from the code; with --check says whether the committed is current. */
export async function run(args) {
  await installDependencies();
  return args.includes('--check') ? check() : write();
}

async function check() {
  const { failures } = await checkContract();
  for (const failure of failures) {
    say.warn(failure);
  }
  return failures.length === 0 ? 0 : 1;
}

async function write() {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-contract-'));
  try {
    await writeContract(folder);
    for (const { name, path } of GENERATED) {
      copyFileSync(join(folder, name), at(path));
      say.line(`wrote ${path}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return 0;
}
