import { CommitUnknown } from './unit-of-work.js';

/** What became of one of a group: the others are none of its business. */
export type Settled<Outcome> = { readonly outcome: Outcome } | { readonly failure: unknown };

export interface GroupWork<Item, Outcome> {
  /** No two of one name go into one group: the second is to find what the first has left. */
  nameOf(item: Item): string;
  /** One transaction for all; what it settles for each is durable when it answers. A throw has kept nothing. */
  together(items: readonly Item[]): Promise<readonly Settled<Outcome>[]>;
  /** One transaction for one. */
  alone(item: Item): Promise<Outcome>;
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (failure: unknown) => void;
}

/** Keeps a transaction short enough that those behind it do not notice. */
const GROUP_MAX = 64;

/**
 * Group commit: those who come while a transaction is under way wait for its end and then go into the next one
 * together, in the order in which they came. Who comes alone goes at once and waits for nobody, so under little load
 * this is no different from a transaction each; under much load the contended row is locked once a group, and the
 * disk is asked to keep its word once a group. A group that fails as a whole is tried again one by one, so that
 * nobody fails for another's sake.
 *
 * After DeWitt et al., "Implementation techniques for main memory database systems", SIGMOD 1984.
 */
export class GroupCommit<Item, Outcome> {
  private readonly waiting: Waiting<Item, Outcome>[] = [];
  private underWay = false;

  constructor(private readonly work: GroupWork<Item, Outcome>) {}

  submit(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      void this.workOff();
    });
  }

  /** Nobody is under way or waiting. */
  get idle(): boolean {
    return !this.underWay;
  }

  private async workOff(): Promise<void> {
    if (this.underWay) {
      return;
    }
    this.underWay = true;
    while (this.waiting.length > 0) {
      await this.settle(this.nextGroup());
    }
    this.underWay = false;
  }

  private nextGroup(): readonly Waiting<Item, Outcome>[] {
    const group = new Map<string, Waiting<Item, Outcome>>();
    const later: Waiting<Item, Outcome>[] = [];
    for (const one of this.waiting.splice(0)) {
      const name = this.work.nameOf(one.item);
      if (group.size < GROUP_MAX && !group.has(name)) {
        group.set(name, one);
      } else {
        later.push(one);
      }
    }
    const chosen = [...group.values()];
    // Powers of two: statements for many rows are prepared by their number, and should come in few sizes.
    const size = 2 ** Math.floor(Math.log2(chosen.length));
    this.waiting.push(...chosen.slice(size), ...later);
    return chosen.slice(0, size);
  }

  private async settle(group: readonly Waiting<Item, Outcome>[]): Promise<void> {
    const [first] = group;
    if (first && group.length === 1) {
      return this.settleAlone(first);
    }
    try {
      const settled = await this.work.together(group.map(({ item }) => item));
      group.forEach((one, index) => tell(one, settled[index]));
    } catch (error) {
      if (error instanceof CommitUnknown) {
        group.forEach(({ reject }) => reject(error));
      } else {
        await Promise.all(group.map((one) => this.settleAlone(one)));
      }
    }
  }

  private async settleAlone({ item, resolve, reject }: Waiting<Item, Outcome>): Promise<void> {
    try {
      resolve(await this.work.alone(item));
    } catch (error) {
      reject(error);
    }
  }
}

function tell<Item, Outcome>(
  { resolve, reject }: Waiting<Item, Outcome>,
  settled: Settled<Outcome> | undefined,
): void {
  if (settled === undefined) {
    reject(new Error('The group forgot one of its own'));
  } else if ('failure' in settled) {
    reject(settled.failure);
  } else {
    resolve(settled.outcome);
  }
}
