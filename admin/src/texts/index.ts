import { zh } from './zh';

/** Every sentence of the console, in one place; another language is one more object of this shape. */
export const texts = zh;
export type Texts = typeof zh;
