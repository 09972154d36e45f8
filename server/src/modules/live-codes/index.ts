export { LiveCodesModule } from './live-codes.module.js';
export { JoinDoor, type Door } from './scans/join-door.js';
