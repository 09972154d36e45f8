import type { Position } from './position';

export interface Place extends Position {
  name: string;
  address: string;
}
