import type { Days } from './days.js';

interface Appointment {
  readonly at: number;
  /** Of two at the same instant, the one planned first comes first. */
  readonly order: number;
  readonly happen: () => void;
}

/** So many appointments make a few statements. */
const BREATH = 1_000;

/**
 * What is still to come. Everything happens in the order of its instants, also what is planned on the way; what lies
 * after now never happens, for the demo ends with the present.
 */
export class Agenda {
  private readonly later: (Appointment[] | undefined)[] = [];
  private readonly today: Appointment[] = [];
  private day = -1;
  private planned = 0;

  constructor(private readonly days: Days) {}

  plan(at: number, happen: () => void): void {
    if (at > this.days.now.getTime()) {
      return;
    }
    const appointment = { at, order: (this.planned += 1), happen };
    const day = this.days.dayOf(at);
    if (day <= this.day) {
      push(this.today, appointment);
    } else {
      (this.later[day] ??= []).push(appointment);
    }
  }

  /** Lives through a day; `breathe` is waited for every now and then. */
  async live(day: number, breathe: () => Promise<void>): Promise<void> {
    this.day = day;
    this.later[day]?.forEach((appointment) => push(this.today, appointment));
    this.later[day] = undefined;
    let lived = 0;
    for (let next = pop(this.today); next; next = pop(this.today)) {
      next.happen();
      lived += 1;
      if (lived % BREATH === 0) {
        await breathe();
      }
    }
  }
}

const before = (a: Appointment, b: Appointment): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap, the earliest on top. */
function push(heap: Appointment[], item: Appointment): void {
  heap.push(item);
  let index = heap.length - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!before(item, heap[parent] as Appointment)) {
      break;
    }
    heap[index] = heap[parent] as Appointment;
    index = parent;
  }
  heap[index] = item;
}

function pop(heap: Appointment[]): Appointment | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (!top || !last || heap.length === 0) {
    return top;
  }
  let index = 0;
  for (let child = 1; child < heap.length; child = 2 * index + 1) {
    const right = heap[child + 1];
    if (right && before(right, heap[child] as Appointment)) {
      child += 1;
    }
    if (!before(heap[child] as Appointment, last)) {
      break;
    }
    heap[index] = heap[child] as Appointment;
    index = child;
  }
  heap[index] = last;
  return top;
}
