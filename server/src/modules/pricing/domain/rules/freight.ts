import type { FreightZone } from '../freight-zone.js';
import type { PricedLine } from '../line.js';
import { sumOf, totalOf } from '../lines.js';
import { paidWithPoints } from './points.js';

export interface Freight {
  readonly label: string;
  readonly amountFen: number;
}

/** By weight, unless the goods are worth enough; what points paid is worth as much as money. */
export function freight(zone: FreightZone, lines: readonly PricedLine[]): Freight {
  const goodsFen = totalOf(lines) + sumOf(lines.map(paidWithPoints));
  const amountFen = byWeight(zone, sumOf(lines.map(({ weightG, quantity }) => weightG * quantity)));
  const free = amountFen === 0 || (zone.freeFromFen !== null && goodsFen >= zone.freeFromFen);
  return free ? { label: '免运费', amountFen: 0 } : { label: '运费', amountFen };
}

function byWeight({ firstG, firstFen, stepG, stepFen }: FreightZone, weightG: number): number {
  const beyondG = Math.max(0, weightG - firstG);
  return firstFen + (stepG === 0 ? 0 : Math.ceil(beyondG / stepG) * stepFen);
}
