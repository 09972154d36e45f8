import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './paths.mjs';
import { allProcesses, end } from './processes.mjs';
import { Failure } from './terminal.mjs';

const lockFile = (dataDir) => join(dataDir, 'run.lock');
const pidFile = (dataDir) => join(dataDir, 'pids.json');

/** One data folder serves one run at a time. What a killed run has left running is ended. */
export async function claim(dataDir) {
  const owner = readNumber(lockFile(dataDir));
  const living = allProcesses().find(({ pid, command }) => pid === owner && command.includes('run.mjs'));
  if (living && owner !== process.pid) {
    throw new Failure(
      `This copy is already running (process ${owner}). Its addresses are in ${join(dataDir, 'run.json')}; ` +
        'press Ctrl-C in its terminal to stop it.',
    );
  }
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(lockFile(dataDir), String(process.pid));
  await endRecorded(dataDir);
}

export function release(dataDir) {
  rmSync(lockFile(dataDir), { force: true });
  rmSync(pidFile(dataDir), { force: true });
}

/** Remembers the programs that run for this data folder. */
export function recordPids(dataDir, pids) {
  writeFileSync(pidFile(dataDir), JSON.stringify(pids));
}

/** Ends what a run recorded and could not end itself. */
export async function endRecorded(dataDir) {
  if (existsSync(pidFile(dataDir))) {
    const recorded = new Set(Object.values(JSON.parse(readFileSync(pidFile(dataDir), 'utf8'))));
    // A number may have gone to another program since: only what runs our files is ours.
    const ours = allProcesses().filter(({ pid, command }) => recorded.has(pid) && command.includes(at()));
    await Promise.all(ours.map(({ pid }) => end(pid)));
    rmSync(pidFile(dataDir));
  }
}

function readNumber(file) {
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}
