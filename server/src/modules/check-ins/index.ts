export { CheckInsModule } from './check-ins.module.js';
export { MakeCheckIn, type Visit } from './make-check-in.js';
export { UseCardCode } from './use-card-code.js';
export { StoreCodes, type ScannedStore } from './store-codes.js';
export { CheckInLookup } from './check-in-lookup.js';
export { CheckInView } from './check-in.view.js';
export { obstacleOfDistance } from './domain/nearness.js';
export type { CheckIn } from './check-in.entity.js';
