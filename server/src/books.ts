import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { LapseDue, MatureDue, ProveBooks } from './modules/ledger/index.js';
import { Config } from './platform/config/index.js';

/** Does now, to its end, what the worker does with the books by and by. Usage: books.js maturing|expiry|proof */
const app = await NestFactory.createApplicationContext(AppModule.with(Config.from(process.env)), {
  logger: ['error', 'warn'],
});
const WORKS: Readonly<Record<string, () => Promise<object>>> = {
  maturing: () => app.get(MatureDue).run(),
  expiry: () => app.get(LapseDue).run(),
  proof: () => app.get(ProveBooks).run(),
};
const work = WORKS[process.argv[2] ?? ''];
if (!work) {
  throw new Error(`Usage: books.js ${Object.keys(WORKS).join('|')}`);
}
const done = await work();
await app.close();
console.log(JSON.stringify({ ...done, peakMemoryMb: process.resourceUsage().maxRSS / 1024 }));
process.exit(0);
