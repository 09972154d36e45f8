import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { end, launch, tail } from './processes.mjs';
import { Failure } from './terminal.mjs';

const READY_TIMEOUT_MS = 60_000;
/** A process without a health address counts as up when it has lived this long. */
const SETTLED_MS = 3_000;
const RESTART_DELAY_MS = 300;
const FRUITLESS_STARTS_MAX = 3;

/**
 * A long-running program of the product. When it dies it is started again, whoever killed it;
 * when it dies several times without ever getting ready, the run has to end.
 */
export class Service {
  #child;
  #stopping = false;
  #fruitless = 0;

  /**
   * @param {{ name: string, title: string, args: string[], cwd: string, env: object, log: string, health?: string }} what
   * @param {{ onEnd: (service: Service, why: string) => void, onRestart: (service: Service) => void,
   *   onGiveUp: (error: Failure) => void }} events
   */
  constructor(what, events) {
    Object.assign(this, what);
    this.events = events;
  }

  get pid() {
    return this.#child?.pid;
  }

  /** Resolves when the program is ready; its first start must succeed. */
  async start() {
    this.#open();
    const child = this.#spawn();
    if (!(await this.#untilReady(child))) {
      this.#stopping = true;
      await this.#endChild(child);
      throw new Failure(
        `The ${this.title} did not start. Its log (${this.log}) ends with:\n${this.#logTail()}`,
      );
    }
    this.#watch(child);
  }

  async stop() {
    this.#stopping = true;
    await this.#endChild(this.#child);
  }

  #open() {
    mkdirSync(dirname(this.log), { recursive: true });
    if (existsSync(this.log)) {
      renameSync(this.log, `${this.log}.1`);
    }
    this.stream = createWriteStream(this.log, { flags: 'a' });
  }

  #spawn() {
    const child = launch(process.execPath, this.args, {
      cwd: this.cwd,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(this.stream, { end: false });
    child.stderr.pipe(this.stream, { end: false });
    this.#child = child;
    return child;
  }

  async #untilReady(child) {
    const startedAt = Date.now();
    while (Date.now() - startedAt < READY_TIMEOUT_MS) {
      if (hasEnded(child)) {
        return false;
      }
      if (this.health ? await answersWell(this.health) : Date.now() - startedAt > SETTLED_MS) {
        return true;
      }
      await sleep(100);
    }
    return false;
  }

  #watch(child) {
    const onEnd = () => {
      if (!this.#stopping) {
        this.events.onEnd(this, ending(child));
        this.#restartSoon();
      }
    };
    if (hasEnded(child)) {
      onEnd();
    } else {
      child.once('exit', onEnd);
    }
  }

  #restartSoon() {
    this.#restart().catch((error) => this.events.onGiveUp(error));
  }

  async #restart() {
    await sleep(RESTART_DELAY_MS);
    if (this.#stopping) {
      return;
    }
    const child = this.#spawn();
    this.events.onRestart(this);
    if (await this.#untilReady(child)) {
      this.#fruitless = 0;
      this.#watch(child);
      return;
    }
    await this.#endChild(child);
    // Killed from outside while starting says nothing about the program itself.
    this.#fruitless += child.signalCode === 'SIGKILL' ? 0 : 1;
    if (this.#stopping) {
      return;
    }
    if (this.#fruitless >= FRUITLESS_STARTS_MAX) {
      this.events.onGiveUp(
        new Failure(
          `The ${this.title} ${ending(child)} and could not be started again. ` +
            `Its log (${this.log}) ends with:\n${this.#logTail()}`,
        ),
      );
      return;
    }
    this.events.onEnd(this, ending(child));
    this.#restartSoon();
  }

  async #endChild(child) {
    if (child && !hasEnded(child)) {
      await end(child.pid);
    }
  }

  #logTail() {
    return tail(readFileSync(this.log, 'utf8'));
  }
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

const ending = (child) =>
  child.signalCode ? `ended by ${child.signalCode}` : `ended with code ${child.exitCode ?? 'unknown'}`;

async function answersWell(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
