/** What is measured. `goal` is the share of the floor's throughput that is to be reached. */
export interface Operation {
  readonly title: string;
  readonly goal: number;
  /** Notifications are signed before they are sent, so their number is fixed instead of the time. */
  readonly counted?: true;
}

export const OPERATIONS = {
  list: { title: 'product list, first page', goal: 5 },
  listCold: { title: 'product list, no page twice', goal: 0.75 },
  listOffset: { title: 'product list, no page twice, floor by offset and count', goal: 1 },
  detail: { title: 'product detail, any product', goal: 0.75 },
  detailHot: { title: 'product detail, one product', goal: 5 },
  card: { title: 'card', goal: 0.75 },
  quote: { title: 'quote of two lines', goal: 0.75 },
  order: { title: 'order of two lines', goal: 0.6 },
  checkIn: { title: 'check-in', goal: 0.6 },
  notify: { title: 'payment notification', goal: 0.6, counted: true },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;

export const OPERATION_NAMES = Object.keys(OPERATIONS) as OperationName[];

export const SIDES = ['floor', 'ours'] as const;
export type Side = (typeof SIDES)[number];
