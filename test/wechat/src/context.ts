import type { Credentials } from './credentials/make-credentials.js';
import type { Faults } from './faults.js';
import type { Notifier } from './push/notifier.js';
import type { World } from './world/world.js';

/** What every part of the stand-in works with. */
export interface Context {
  readonly world: World;
  readonly credentials: Credentials;
  readonly faults: Faults;
  readonly notifier: Notifier;
  readonly settings: Settings;
}

export interface Settings {
  readonly merchantName: string;
  /** How long after payment the shipping interface knows the order; about a minute on the real side. */
  readonly shippingLagMs: number;
  /** Every so many pushes one is preceded by WeChat's SIGNTEST probe; 0 for never. */
  readonly signTestEvery: number;
  /** How long a sheet on the phone waits for the person. */
  readonly sheetWaitMs: number;
  readonly phoneUrl: string | null;
  readonly consoleUrl: string | null;
  readonly apiUrl: string | null;
}
