import { stopWorking } from './processes.mjs';
import { say } from './terminal.mjs';

/** Signals that ask a run to stop. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_INTERVAL_MS = 500;
/** What a shell says of a program that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** From the start of a run to its orderly end: done, by Ctrl-C, by a signal, or by a failure that nothing can mend. */
export class Lifetime {
  #undo = [];
  #error;
  #end;

  constructor() {
    this.ended = new Promise((resolve) => (this.#end = resolve));
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (this.isOver && signal === 'SIGINT') {
          // Asked twice: whoever presses Ctrl-C again doesn't want to wait.
          process.exit(INTERRUPTED);
        }
        this.end();
      });
    }
    this.#endWithNpm();
  }

  isOver = false;
  /** Resolves when the run is to stop. */
  ended;

  /** What is to be done at the end; the last registered is done first. */
  atEnd(work) {
    this.#undo.unshift(work);
  }

  end(error) {
    if (!this.isOver) {
      this.isOver = true;
      this.#error = error;
      stopWorking();
      this.#end();
    }
  }

  /**
   * Does the work, then undoes what it has registered, whatever became of it.
   * @param {() => Promise<number>} work answers the exit code
   */
  async live(work) {
    let code = INTERRUPTED;
    try {
      code = await work();
      this.end();
    } catch (error) {
      // What fails because the run is being stopped is no news.
      this.end(error);
    }
    if (this.#error) {
      say.failure(this.#error);
    }
    for (const undo of this.#undo) {
      await undo();
    }
    return this.#error ? 1 : code;
  }

  /** npm, when it is told to stop, does not tell us: it is gone, and we are left with another parent. */
  #endWithNpm() {
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event) {
      const watch = setInterval(() => {
        if (process.ppid !== parent) {
          clearInterval(watch);
          this.end();
        }
      }, PARENT_INTERVAL_MS);
      watch.unref();
    }
  }
}
