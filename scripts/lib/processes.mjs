import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './terminal.mjs';

/** Tools that run to their end; services are looked after by whoever starts them. */
const tools = new Set();
let closing = false;

/**
 * Starts a program in a process group of its own: a Ctrl-C in the terminal reaches only us,
 * and we end what we started, children of children included, in an order that loses nothing.
 */
export function launch(file, args, { cwd, env, stdio = 'ignore' } = {}) {
  if (closing) {
    throw new Failure('Stopping.');
  }
  return spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio, detached: true });
}

/** Starts a program that runs to its end, and is ended when the run is stopped. */
export function startTool(file, args, options) {
  const child = launch(file, args, options);
  tools.add(child);
  child.once('close', () => tools.delete(child));
  return child;
}

/**
 * Runs a program to its end. The output goes to `log` when named, and its tail into the failure.
 * @returns {Promise<{ code: number, output: string }>} with `allowFailure`, whatever the exit code
 */
export async function execute(file, args, { cwd, env, log, allowFailure = false, show = false } = {}) {
  const child = startTool(file, args, { cwd, env, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  const stream = log ? openLog(log) : undefined;
  const chunks = [];
  for (const source of [child.stdout, child.stderr]) {
    source?.on('data', (chunk) => {
      chunks.push(chunk);
      stream?.write(chunk);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Failure(`${file} could not be started: ${error.message}`)));
    child.once('close', (status, signal) => resolve(status ?? (signal ? 128 : 1)));
  });
  stream?.end();
  const output = Buffer.concat(chunks).toString();
  if (code !== 0 && !allowFailure) {
    const where = log ? `\nThe whole output is in ${log}.` : '';
    throw new Failure(`${[file, ...args].join(' ')} failed:\n${tail(output)}${where}`);
  }
  return { code, output };
}

const LINE_LENGTH_MAX = 400;

/** The last lines of a text, each short enough to be read. */
export function tail(text, lines = 20) {
  const last = text.trimEnd().split('\n').slice(-lines);
  return last
    .map((line) => (line.length > LINE_LENGTH_MAX ? `${line.slice(0, LINE_LENGTH_MAX)} …` : line))
    .join('\n');
}

export function openLog(path) {
  mkdirSync(dirname(path), { recursive: true });
  return createWriteStream(path);
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return !isZombie(pid);
}

// Ended, but its parent never asked: common under a container's first process.
function isZombie(pid) {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/\(.*\)/s, ''));
  } catch {
    return false;
  }
}

/** Ends a process (and its group, when it leads one), gently at first. */
export async function end(pid, { graceMs = 10_000 } = {}) {
  for (const [signal, patience] of [
    ['SIGTERM', graceMs],
    ['SIGKILL', 5_000],
  ]) {
    signalGroup(pid, signal);
    for (const until = Date.now() + patience; Date.now() < until; await sleep(50)) {
      if (!isAlive(pid)) {
        return;
      }
    }
  }
}

function signalGroup(pid, signal) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // Not a group leader, or already gone.
    }
  }
}

/** Ends the tools that are running and lets no program start any more, because the run is to stop. */
export function stopWorking() {
  closing = true;
  for (const { pid } of tools) {
    signalGroup(pid, 'SIGKILL');
  }
}

/** Every process of this machine as `{ pid, command }`, to find what an earlier run has left behind. */
export function allProcesses() {
  return existsSync('/proc/self/cmdline') ? processesOfProc() : processesOfPs();
}

function processesOfProc() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').join(' ').trim();
        return command && isAlive(Number(name)) ? [{ pid: Number(name), command }] : [];
      } catch {
        return [];
      }
    });
}

function processesOfPs() {
  return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 16 << 20 })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
    .filter(Boolean)
    .map(([, pid, command]) => ({ pid: Number(pid), command }));
}
