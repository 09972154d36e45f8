import { BenchDatabase } from './database.js';
import type { LoadGenerator } from './load-generator.js';
import type { Drive } from './load/messages.js';
import { OPERATIONS, SIDES, type Operation, type OperationName, type Side } from './operations.js';
import type { Program } from './process.js';
import { SIZES } from './sizes.js';

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
}

export interface Contestant {
  readonly program: Program;
  readonly port: number;
}

export type Contestants = Readonly<Record<Side, Contestant>>;

/** One side of one operation; medians over its rounds. */
export interface SideFigures {
  readonly perSecond: number;
  readonly statements: number;
  readonly cpuMs: number | null;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface Figures extends Readonly<Record<Side, SideFigures>> {
  readonly operation: OperationName;
  /** Ours to the floor's throughput: the median over the rounds, each of which has both. */
  readonly ratio: number;
  readonly failed: number;
  readonly failure: string | null;
}

interface Round {
  readonly drive: Drive;
  readonly statements: number;
  readonly cpuSeconds: number | undefined;
}

/** Long enough that the engine has compiled what is measured. */
const WARM_UP_SHARE = 1.5;
/** About what the faster of two servers gets through in a second, on two cores. */
const COUNTED_PER_SECOND = 900;

/** How many requests whose number is fixed a whole measurement sends. */
export function countedRequests({ rounds, seconds }: Pace): number {
  const { round, warmUp } = counted(seconds);
  return SIDES.length * (warmUp + rounds * round) + SIDES.length;
}

function counted(seconds: number): { round: number; warmUp: number } {
  const round = Math.ceil(seconds * COUNTED_PER_SECOND);
  return { round, warmUp: Math.ceil(round * WARM_UP_SHARE) };
}

/** Floor and ours take turns in short rounds, so that whatever else the machine does meets both. */
export class Measurement {
  /** No request that moves something comes twice. */
  private readonly nextIndex = new Map<OperationName, number>();

  constructor(
    private readonly contestants: Contestants,
    private readonly load: LoadGenerator,
    private readonly database: BenchDatabase,
    private readonly pace: Pace,
  ) {}

  /** The next numbers of an operation. Notifications are about orders that wait for their payment. */
  take(operation: OperationName, count: number): number {
    const next = this.nextIndex.get(operation) ?? (operation === 'notify' ? SIZES.pastOrders : 0);
    this.nextIndex.set(operation, next + count);
    return next;
  }

  async run(operation: OperationName): Promise<Figures> {
    const rounds: Record<Side, Round[]> = { floor: [], ours: [] };
    for (const side of SIDES) {
      await this.drive(operation, side, WARM_UP_SHARE);
    }
    for (let round = 0; round < this.pace.rounds; round += 1) {
      // Who goes first changes, so that neither always meets what the other has left behind.
      for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
        rounds[side].push(await this.round(operation, side));
      }
    }
    const drives = [...rounds.floor, ...rounds.ours].map(({ drive }) => drive);
    return {
      operation,
      floor: summary(rounds.floor),
      ours: summary(rounds.ours),
      ratio: median(rounds.ours.map((ours, index) => rateOf(ours) / rateOf(rounds.floor[index] as Round))),
      failed: drives.reduce((sum, { failed }) => sum + failed, 0),
      failure: drives.find(({ failure }) => failure !== null)?.failure ?? null,
    };
  }

  private async round(operation: OperationName, side: Side): Promise<Round> {
    const { program } = this.contestants[side];
    const before = { statements: await this.database.statements(), cpu: program.cpuSeconds() };
    const drive = await this.drive(operation, side, 1);
    const cpu = program.cpuSeconds();
    return {
      drive,
      statements:
        (await this.database.statements()) - before.statements - BenchDatabase.STATEMENTS_OF_COUNTING,
      cpuSeconds: cpu === undefined || before.cpu === undefined ? undefined : cpu - before.cpu,
    };
  }

  private async drive(operation: OperationName, side: Side, share: number): Promise<Drive> {
    const { port } = this.contestants[side];
    const { counted: isCounted }: Operation = OPERATIONS[operation];
    if (isCounted) {
      const { round, warmUp } = counted(this.pace.seconds);
      const count = share === 1 ? round : warmUp;
      return this.load.drive({ operation, side, port, from: this.take(operation, count), until: { count } });
    }
    const from = this.take(operation, 0);
    const until = { seconds: this.pace.seconds * share };
    const drive = await this.load.drive({ operation, side, port, from, until });
    this.take(operation, drive.sent);
    return drive;
  }
}

const rateOf = ({ drive }: Round): number => drive.sent / drive.seconds;

function summary(rounds: readonly Round[]): SideFigures {
  const cpu = rounds.map(({ cpuSeconds, drive }) => cpuSeconds && (cpuSeconds * 1000) / drive.sent);
  return {
    perSecond: median(rounds.map(rateOf)),
    statements: median(rounds.map(({ statements, drive }) => statements / drive.sent)),
    cpuMs: cpu.every((value) => value !== undefined) ? median(cpu) : null,
    p50Ms: median(rounds.map(({ drive }) => drive.p50Ms)),
    p99Ms: median(rounds.map(({ drive }) => drive.p99Ms)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}
