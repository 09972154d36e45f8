export { currentRequestId, enterRequest, requestIdFrom, withRequestId } from './request-context.js';
export { StructuredLogger, createPino } from './logger.js';
export { Metrics } from './metrics.js';
export { HealthController } from './health.controller.js';
