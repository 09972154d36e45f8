#!/usr/bin/env node
// What a person runs. Everything up to the installed dependencies needs nothing but Node.

import { existsSync } from 'node:fs';
import { Lifetime } from './lib/lifetime.mjs';
import { at } from './lib/paths.mjs';
import { Failure, say } from './lib/terminal.mjs';

const COMMANDS = {
  start: ['runs the whole product on this machine', () => import('./lib/start.mjs')],
  test: ['runs every check, or the kinds that are named', () => import('./lib/test.mjs')],
  contract: ['writes the API contract and .env.example from the code', () => import('./lib/contract.mjs')],
  proof: ['checks on a live database the rules that never break', () => import('./lib/proof.mjs')],
  bench: ['measures the hot paths against a bare server', () => import('./lib/bench.mjs')],
  screenshots: ['takes the pictures of the documentation', () => import('./lib/screenshots.mjs')],
  'demo:reset': ['throws the demo data away and loads it anew', () => import('./lib/demo-reset.mjs')],
  backup: ['writes the database to .data/backups', () => import('./lib/backup.mjs')],
  restore: ['brings a backup back', () => import('./lib/restore.mjs')],
};

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name];

try {
  requireNode(20, 19);
  if (!command) {
    const list = Object.entries(COMMANDS).map(([key, [text]]) => `  ${key.padEnd(12)} ${text}`);
    throw new Failure(`Usage: node scripts/run.mjs <command>\n${list.join('\n')}`);
  }
  if (existsSync(at('.env'))) {
    process.loadEnvFile(at('.env'));
  }
  const { run } = await command[1]();
  const lifetime = new Lifetime();
  process.exitCode = await lifetime.live(() => run(args, lifetime));
} catch (error) {
  say.failure(error);
  process.exitCode = 1;
}

function requireNode(major, minor) {
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
  if (ourMajor < major || (ourMajor === major && ourMinor < minor)) {
    throw new Failure(`Node ${major}.${minor} or newer is needed; this is ${process.versions.node}.`);
  }
}
