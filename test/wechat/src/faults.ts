import { APIS, type ApiName } from './apis.js';

export const FAULT_MODES = ['timeout', 'http500', 'systemError', 'frequency', 'badSignature'] as const;
export type FaultMode = (typeof FAULT_MODES)[number];

export interface Fault {
  readonly apis: readonly ApiName[];
  readonly mode: FaultMode;
  /** How often it strikes, 0 to 1. */
  readonly rate: number;
  /** How often it still strikes; null for ever. */
  remaining: number | null;
  /**
   * Whether the work is done although the answer says otherwise. The worst case is the useful one for what leaves the
   * result unknown, so a time-out does the work and the refusals do not, unless asked.
   */
  readonly applied: boolean;
}

export const APPLIED_UNLESS_ASKED: Readonly<Record<FaultMode, boolean>> = {
  timeout: true,
  badSignature: true,
  http500: false,
  systemError: false,
  frequency: false,
};

/** Misbehaviour that was ordered, taken one by one as calls come in. */
export class Faults {
  private ordered: Fault[] = [];

  constructor(private readonly random: () => number = Math.random) {}

  order(fault: Fault): void {
    this.ordered.push(fault);
  }

  clear(): void {
    this.ordered = [];
  }

  list(): readonly Fault[] {
    return this.ordered;
  }

  take(api: ApiName): Fault | undefined {
    const fault = this.ordered.find((each) => strikesAt(each, api) && this.random() < each.rate);
    if (fault && fault.remaining !== null) {
      fault.remaining -= 1;
      this.ordered = this.ordered.filter((each) => each.remaining !== 0);
    }
    return fault;
  }
}

/** Only WeChat Pay signs its answers, so only there a signature can be bad. */
function strikesAt(fault: Fault, api: ApiName): boolean {
  return fault.apis.includes(api) && (fault.mode !== 'badSignature' || APIS[api].side === 'pay');
}
