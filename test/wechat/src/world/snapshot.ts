import { existsSync, readFileSync } from 'node:fs';
import type { ClockState } from './clock.js';
import { writePrivateFile } from '../write-file.js';
import { Keyed } from './keyed.js';
import type { World } from './world.js';

interface Snapshot {
  readonly clock: ClockState;
  readonly shelves: Readonly<Record<string, readonly unknown[]>>;
}

const QUIET_MS = 500;
/** Saving may take at most this share of the time, however much there is to save. */
const SHARE_OF_TIME = 1 / 20;

export function restoreWorld(world: World, file: string): void {
  if (!existsSync(file)) {
    return;
  }
  const snapshot = JSON.parse(readFileSync(file, 'utf8')) as Snapshot;
  for (const [name, shelf] of shelvesOf(world)) {
    shelf.restore(snapshot.shelves[name] ?? []);
  }
  world.clock.restore(snapshot.clock);
}

/** Writes the world to a file some time after it changed, never leaving a half-written one. */
export class Saver {
  private timer: NodeJS.Timeout | undefined;
  private lastSaveMs = 0;

  constructor(
    private readonly world: World,
    private readonly file: string,
  ) {}

  soon(): void {
    this.timer ??= setTimeout(() => this.save(), Math.max(QUIET_MS, this.lastSaveMs / SHARE_OF_TIME)).unref();
  }

  save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const started = performance.now();
    const snapshot: Snapshot = {
      clock: this.world.clock.toJSON(),
      shelves: Object.fromEntries(shelvesOf(this.world).map(([name, shelf]) => [name, shelf.toJSON()])),
    };
    writePrivateFile(this.file, JSON.stringify(snapshot));
    this.lastSaveMs = performance.now() - started;
  }
}

function shelvesOf(world: World): [string, Keyed<unknown>][] {
  return Object.entries(world).filter(
    (entry): entry is [string, Keyed<unknown>] => entry[1] instanceof Keyed,
  );
}
