import { randomInt } from 'node:crypto';

/** Versions are drawn, so that no two contents ever share one. */
export const drawVersion = (): number => randomInt(2 ** 47);
