export { LiveCodesModule } from './live-codes.module.js';
export { JoinDoor, type Door } from './scans/join-door.js';
export { LiveCodeLookup } from './codes/live-code-lookup.js';
