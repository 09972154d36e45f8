export { BriefCache } from './brief-cache.js';
