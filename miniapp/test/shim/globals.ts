import { TextDecoder, TextEncoder } from 'node:util';

// jsdom lacks what the test runner's own tools use.
Object.assign(globalThis, { TextDecoder, TextEncoder, wx: {} });
