export const MILESTONES = ['scanned', 'joined', 'paid', 'served', 'managed'] as const;
export type Milestone = (typeof MILESTONES)[number];

/** Somebody who walked in during this try, without a name in the demo. */
export interface Passer {
  readonly device: string;
  readonly nickname: string;
}

/** What this browser remembers, so that a reload changes nothing. */
interface Remembered {
  /** Begins the names of all phones of this browser. */
  readonly base: string;
  role: string | null;
  /** The phone last in hand, by role. */
  readonly phones: Record<string, string>;
  /** Whose card the clerk scans: the customer last played. */
  customerOpenid: string | null;
  readonly passers: Passer[];
  readonly done: Milestone[];
}

const KEY = 'regulars-try-it';

export const memory: Remembered = recall() ?? {
  base: crypto.getRandomValues(new Uint32Array(2)).join('-'),
  role: null,
  phones: {},
  customerOpenid: null,
  passers: [],
  done: [],
};

export function remember(): void {
  localStorage.setItem(KEY, JSON.stringify(memory));
}

export function reach(milestone: Milestone): void {
  if (!memory.done.includes(milestone)) {
    memory.done.push(milestone);
    remember();
  }
}

function recall(): Remembered | undefined {
  const text = localStorage.getItem(KEY);
  try {
    return text === null ? undefined : (JSON.parse(text) as Remembered);
  } catch {
    return undefined;
  }
}
