import { parseArgs } from 'node:util';
import { Config, ConfigError } from '@regulars/server/platform/config/index';
import { renderPictures } from '../art/render.js';
import { ensureDemo } from './ensure-demo.js';
import { DemoRefused } from './refused.js';

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: process.env.DEMO_MEMBERS ?? '20000' },
    days: { type: 'string', default: process.env.DEMO_DAYS ?? '180' },
    seed: { type: 'string', default: process.env.DEMO_SEED ?? '老主顾' },
    facts: { type: 'string', default: process.env.DEMO_FACTS ?? '.data/demo.json' },
  },
});

try {
  const config = Config.from(process.env);
  renderPictures(config.get('mediaDir'));
  await ensureDemo(config, {
    members: whole('members', values.members, 100, 10_000_000),
    days: whole('days', values.days, 7, 730),
    seed: values.seed,
    factsFile: values.facts,
  });
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof DemoRefused ? error.message : error);
  process.exitCode = 1;
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new DemoRefused(`--${name} takes a whole number from ${min} to ${max}, not ${text}`);
  }
  return value;
}
