export { Audit, type AuditEntry } from './audit.js';
export { AuditTrail, type RecordedEntry } from './audit-trail.js';
