import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const START_TIMEOUT_MS = 30_000;
const TICKS_PER_SECOND = 100;

interface ProgramOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly log: string;
  /** Of node itself. */
  readonly flags?: readonly string[];
  /** Whether it exchanges messages with us. */
  readonly ipc?: boolean;
}

/** A program of the benchmark, ended with it. */
export class Program {
  private static readonly running = new Set<Program>();

  private constructor(readonly child: ChildProcess) {}

  static start(entry: string, { env, log, flags = [], ipc = false }: ProgramOptions): Program {
    const child = spawn(process.execPath, [...flags, entry], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])],
    });
    const stream = createWriteStream(log);
    child.stdout?.pipe(stream);
    child.stderr?.pipe(stream);
    const program = new Program(child);
    Program.running.add(program);
    child.once('exit', () => Program.running.delete(program));
    return program;
  }

  static stopAll(): void {
    for (const { child } of Program.running) {
      child.kill('SIGKILL');
    }
  }

  /** Lets it end by itself. */
  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Resolves when it answers on its port, whatever it answers. */
  async listening(port: number): Promise<void> {
    for (const until = Date.now() + START_TIMEOUT_MS; Date.now() < until; await sleep(100)) {
      if (this.child.exitCode !== null) {
        break;
      }
      try {
        await fetch(`http://127.0.0.1:${port}/health/live`, { signal: AbortSignal.timeout(2_000) });
        return;
      } catch {
        // Not yet.
      }
    }
    throw new Error(`${this.child.spawnargs.join(' ')} did not start`);
  }

  /** Seconds of processor time used so far, all threads; undefined where the system doesn't tell. */
  cpuSeconds(): number | undefined {
    const stat = readIfAny(`/proc/${this.pid}/stat`);
    const [, , , , , , , , , , , user, system] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
    return user === undefined || system === undefined
      ? undefined
      : (Number(user) + Number(system)) / TICKS_PER_SECOND;
  }

  /** The most memory it ever held, in megabytes. */
  peakMemoryMb(): number {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readIfAny(`/proc/${this.pid}/status`) ?? '')?.[1];
    const kilobytes = peak ?? execFileSync('ps', ['-o', 'rss=', '-p', String(this.pid)]).toString();
    return Number(kilobytes) / 1024;
  }
}

function readIfAny(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** A port that nobody uses, chosen by the system. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
