import type { TryItSetup } from './control/try-it-routes.js';
import type { Credentials } from './credentials/make-credentials.js';
import type { Settings } from './context.js';

export interface StandInOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Made afresh when absent. */
  readonly credentials?: Credentials;
  /** Where the state is kept over restarts; in memory only when absent. */
  readonly stateFile?: string;
  /** Folders with the files of the try-it page; without them there is no page. */
  readonly webFolders?: readonly string[];
  readonly tryIt?: TryItSetup;
  readonly merchantName?: string;
  readonly phoneUrl?: string;
  readonly consoleUrl?: string;
  readonly apiUrl?: string;
  readonly shippingLagMs?: number;
  readonly signTestEvery?: number;
  readonly sheetWaitMs?: number;
  /** Chance in the faults' rate, replaceable so that a test can repeat it. */
  readonly random?: () => number;
  readonly realTime?: () => number;
}

const SHEET_WAIT_MS = 60_000;

export function settingsOf(options: StandInOptions): Settings {
  return {
    merchantName: options.merchantName ?? '老主顾演示商户',
    shippingLagMs: options.shippingLagMs ?? 0,
    signTestEvery: options.signTestEvery ?? 0,
    sheetWaitMs: options.sheetWaitMs ?? SHEET_WAIT_MS,
    phoneUrl: options.phoneUrl ?? null,
    consoleUrl: options.consoleUrl ?? null,
    apiUrl: options.apiUrl ?? null,
  };
}
