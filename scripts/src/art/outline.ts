import { number } from './svg.js';

/** Builders of path data ("d"). All angles in degrees, y grows downwards. */

export type Point = readonly [x: number, y: number];

const at = ([x, y]: Point): string => `${number(x)} ${number(y)}`;

const wrap = <T>(list: readonly T[], index: number): T => list[(index + list.length) % list.length] as T;

/** A curve through all points (Catmull-Rom), for everything grown rather than built. */
export function smooth(points: readonly Point[], closed = true, tension = 1): string {
  const last = points.length - 1;
  const pick = (i: number): Point =>
    closed ? wrap(points, i) : (points[Math.max(0, Math.min(last, i))] as Point);
  let d = `M${at(pick(0))}`;
  for (let i = 0; i < (closed ? points.length : last); i++) {
    const [p0, p1, p2, p3] = [pick(i - 1), pick(i), pick(i + 1), pick(i + 2)];
    const c1: Point = [p1[0] + ((p2[0] - p0[0]) / 6) * tension, p1[1] + ((p2[1] - p0[1]) / 6) * tension];
    const c2: Point = [p2[0] - ((p3[0] - p1[0]) / 6) * tension, p2[1] - ((p3[1] - p1[1]) / 6) * tension];
    d += `C${at(c1)} ${at(c2)} ${at(p2)}`;
  }
  return closed ? `${d}Z` : d;
}

/** A polygon whose corners are rounded; a third number gives a corner its own radius. */
export function rounded(corners: readonly (readonly [number, number, number?])[], radius = 0): string {
  let d = '';
  corners.forEach((corner, i) => {
    const before = wrap(corners, i - 1);
    const after = wrap(corners, i + 1);
    const r = corner[2] ?? radius;
    const start = towards(corner, before, r);
    const end = towards(corner, after, r);
    d += `${i === 0 ? 'M' : 'L'}${at(start)}Q${number(corner[0])} ${number(corner[1])} ${at(end)}`;
  });
  return `${d}Z`;
}

function towards(
  from: readonly [number, number, number?],
  to: readonly [number, number, number?],
  by: number,
): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const share = Math.min(by, length / 2) / length;
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

export type Profile = readonly (readonly [halfWidth: number, y: number, radius?: number])[];

/**
 * The silhouette of something turned on a lathe, around x = 0, from the top of its profile to the bottom.
 * `sag` is how far the round bottom edge hangs below the last profile point, `rise` how far the top edge dips.
 */
export function turned(profile: Profile, { sag = 0, dip = 0, radius = 0 } = {}): string {
  const right = profile.map(([w, y, r]) => [w, y, r ?? radius] as const);
  const left = [...right].reverse().map(([w, y, r]) => [-w, y, r] as const);
  const [bottomWidth, bottom] = right[right.length - 1] as readonly [number, number, number];
  const [topWidth, top] = right[0] as readonly [number, number, number];
  return rounded([
    ...right,
    ...(sag ? arc(bottomWidth, bottom, sag, 1) : []),
    ...left,
    ...(dip ? arc(topWidth, top, dip, -1) : []),
  ]);
}

function arc(
  halfWidth: number,
  y: number,
  depth: number,
  direction: 1 | -1,
): (readonly [number, number, number])[] {
  const steps = 14;
  return Array.from({ length: steps - 1 }, (_, i) => {
    const angle = ((i + 1) / steps) * Math.PI;
    return [direction * halfWidth * Math.cos(angle), y + depth * Math.sin(angle), 3] as const;
  });
}

export function box(x: number, y: number, width: number, height: number, radius = 0): string {
  return rounded(
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
    radius,
  );
}

export function oval(cx: number, cy: number, rx: number, ry: number): string {
  return `M${number(cx - rx)} ${number(cy)}a${number(rx)} ${number(ry)} 0 1 0 ${number(2 * rx)} 0a${number(rx)} ${number(ry)} 0 1 0 ${number(-2 * rx)} 0Z`;
}

/** A hand-cut round: a circle whose radius wanders a little. The wander is a fixed wave, not chance. */
export function pebble(cx: number, cy: number, rx: number, ry: number, wobble = 0.06, phase = 0): string {
  const steps = 14;
  return smooth(
    Array.from({ length: steps }, (_, i) => {
      const angle = (i / steps) * 2 * Math.PI;
      const k = 1 + wobble * (Math.sin(2 * angle + phase) * 0.6 + Math.sin(3 * angle + phase * 1.7) * 0.4);
      return [cx + rx * k * Math.cos(angle), cy + ry * k * Math.sin(angle)] as const;
    }),
  );
}

/** A doorway: straight sides, round top. */
export function archway(cx: number, top: number, halfWidth: number, bottom: number): string {
  const spring = top + halfWidth;
  return `M${number(cx - halfWidth)} ${number(bottom)}V${number(spring)}A${number(halfWidth)} ${number(halfWidth)} 0 0 1 ${number(cx + halfWidth)} ${number(spring)}V${number(bottom)}Z`;
}

export function leafShape(length: number, width: number): string {
  return `M0 0C${number(length * 0.25)} ${number(-width)} ${number(length * 0.7)} ${number(-width)} ${number(length)} 0C${number(length * 0.7)} ${number(width)} ${number(length * 0.25)} ${number(width)} 0 0Z`;
}
