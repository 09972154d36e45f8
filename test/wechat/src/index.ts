export { createControl, type Control } from './control-client.js';
export {
  makeCredentials,
  serverEnvironment,
  STAND_IN_APP_ID,
  STAND_IN_ORGANIZATION,
  type Credentials,
} from './credentials/make-credentials.js';
export type { TryItSetup } from './control/try-it-routes.js';
export type { FaultMode } from './faults.js';
export type { StandInOptions } from './options.js';
export type { NotifyBehaviour } from './push/behaviours.js';
export { startStandIn, type StandIn } from './stand-in.js';
