import type { Colour } from './colour.js';
import { archway, box, pebble } from './outline.js';
import { circle, ellipse, group, path, place, stroke, type Svg } from './svg.js';

/** The three brands' signs and the product's own, drawn around (0, 0) in about 200 × 200. No letters: no fonts needed. */

/** 晴檐: a morning sun under the curve of an eave. */
export function eaveMark(ink: Colour): Svg {
  return group(
    {},
    path(
      'M-98 -6C-62 -26 -30 -52 0 -88C30 -52 62 -26 98 -6C88 8 76 10 64 4C40 -8 18 -26 0 -46C-18 -26 -40 -8 -64 4C-76 10 -88 8 -98 -6Z',
      ink,
    ),
    path('M-50 66A50 50 0 0 1 50 66Z', ink),
    path(box(-82, 76, 164, 13, 6), ink),
  );
}

/** 蘅野: three leaves of a wild herb. */
export function herbMark(ink: Colour): Svg {
  const leaf = 'M0 0C34 -22 38 -66 0 -96C-38 -66 -34 -22 0 0Z';
  return group(
    {},
    place({ y: 8 }, path(leaf, ink)),
    place({ y: 30, turn: -62 }, path(leaf, ink)),
    place({ y: 30, turn: 62 }, path(leaf, ink)),
    stroke('M0 14C2 44 -2 66 -8 90', ink, 9),
  );
}

/** 明里: a pair of round glasses, one lens a lit window. */
export function spectaclesMark(ink: Colour, lit: Colour): Svg {
  return group(
    {},
    circle(-50, 6, 40, 'none', { stroke: ink, 'stroke-width': 11 }),
    circle(50, 6, 40, lit, { stroke: ink, 'stroke-width': 11 }),
    stroke('M-12 -4C-6 -16 6 -16 12 -4', ink, 10),
    stroke('M-88 -8L-98 -26M88 -8L98 -26', ink, 10),
  );
}

/** 老主顾: the sign 回, "to come back", drawn as a doorway with the light on. */
export function regularsMark(ground: Colour, frame: Colour, light: Colour): Svg {
  return group(
    {},
    path(box(-100, -100, 200, 200, 46), ground),
    path(box(-66, -66, 132, 132, 20), 'none', { stroke: frame, 'stroke-width': 15 }),
    path(archway(0, -36, 29, 58.5), light),
    circle(14, 18, 5, ground),
  );
}

export function sprig(colour: Colour, length = 120): Svg {
  const leaf = 'M0 0C8 -16 30 -18 44 -4C30 8 10 10 0 0Z';
  return group(
    {},
    stroke(`M0 0C6 ${-length * 0.35} -6 ${-length * 0.7} 4 ${-length}`, colour, 5),
    ...[0.25, 0.48, 0.7].flatMap((share, i) => [
      place({ x: i % 2 ? -1 : 2, y: -length * share, turn: -34, scale: 1 - i * 0.14 }, path(leaf, colour)),
      place(
        { x: i % 2 ? -1 : 2, y: -length * share - 8, turn: -146, scale: 1 - i * 0.14 },
        path(leaf, colour),
      ),
    ]),
    place({ x: 4, y: -length, turn: -88, scale: 0.7 }, path(leaf, colour)),
  );
}

export function flower(petal: Colour, heart: Colour, radius = 26): Svg {
  const petals = Array.from({ length: 6 }, (_, i) =>
    place({ turn: i * 60 }, ellipse(0, -radius * 0.62, radius * 0.36, radius * 0.52, petal)),
  );
  return group({}, ...petals, path(pebble(0, 0, radius * 0.3, radius * 0.3), heart));
}
