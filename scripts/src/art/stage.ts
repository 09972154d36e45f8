import { type Colour, darker, lighter, mix } from './colour.js';
import { archway, pebble, rounded } from './outline.js';
import {
  circle,
  ellipse,
  faded,
  group,
  linear,
  path,
  type Picture,
  picture,
  place,
  radial,
  rect,
  type Svg,
} from './svg.js';

/** The square every product and reward stands on: a wall, a table, one quiet shape behind the thing. */
export const STAGE_SIZE = 750;
export const HORIZON = 520;
/** Where things stand. */
export const FLOOR = 620;
/** Things are drawn at their own size and shown this much larger, so that a thumbnail still reads. */
const CLOSE_UP = 1.2;

export type Motif = 'sun' | 'arch' | 'pebble' | 'window' | 'hills';

export interface Stage {
  wall: Colour;
  /** The table; by default a deeper tone of the wall. */
  table?: Colour;
  motif: Motif;
  /** The colour of the motif; by default a lighter wall. */
  motifColour?: Colour;
}

export function stage(
  { wall, table = darker(wall, 0.13), motif, motifColour = lighter(wall, 0.5) }: Stage,
  ...things: Svg[]
): Picture {
  return picture(
    STAGE_SIZE,
    STAGE_SIZE,
    rect(
      0,
      0,
      STAGE_SIZE,
      STAGE_SIZE,
      linear(
        [
          [0, lighter(wall, 0.22)],
          [1, wall],
        ],
        [0, 0, 0.6, 1],
      ),
    ),
    motifs[motif](motifColour),
    rect(
      0,
      HORIZON,
      STAGE_SIZE,
      STAGE_SIZE - HORIZON,
      linear(
        [
          [0, lighter(table, 0.14)],
          [1, table],
        ],
        [0, 0, 0, 1],
      ),
    ),
    rect(0, HORIZON, STAGE_SIZE, 3, lighter(table, 0.4), { opacity: 0.7 }),
    place({ x: 375 * (1 - CLOSE_UP), y: FLOOR * (1 - CLOSE_UP) + 14, scale: CLOSE_UP }, ...things),
  );
}

const motifs: Record<Motif, (colour: Colour) => Svg> = {
  sun: (colour) => circle(375, 318, 258, colour),
  arch: (colour) =>
    group(
      {},
      path(archway(375, 46, 252, HORIZON), colour),
      path(archway(375, 80, 218, HORIZON), mix(colour, '#ffffff', 0.28)),
    ),
  pebble: (colour) => path(pebble(385, 318, 285, 235, 0.09, 1.2), colour),
  window: (colour) => faded(0.75, ...windowLight(colour)),
  hills: (colour) =>
    group(
      {},
      circle(540, 190, 74, mix(colour, '#ffffff', 0.5)),
      path('M0 410C120 310 250 310 380 400S640 480 750 360V525H0Z', colour),
      path('M0 480C160 400 300 420 420 470S650 500 750 440V525H0Z', mix(colour, '#6f7a5a', 0.14)),
    ),
};

/** Late sun through a four-paned window, falling on the wall. */
function windowLight(colour: Colour): Svg[] {
  const pane = (column: number, row: number): Svg => {
    const x = 190 + column * 205 + row * 62;
    const y = 60 + row * 225;
    return path(
      rounded(
        [
          [x, y],
          [x + 185, y + 12],
          [x + 243, y + 212],
          [x + 58, y + 200],
        ],
        8,
      ),
      colour,
    );
  };
  return [pane(0, 0), pane(1, 0), pane(0, 1), pane(1, 1)];
}

/** Where a thing touches the table; light comes from the upper left, so the shadow leans right. */
export function shadow(cx: number, y: number, rx: number, ry = rx * 0.2, strength = 0.34): Svg {
  const soft = radial([
    [0, '#3a2013', strength],
    [0.6, '#3a2013', strength * 0.6],
    [1, '#3a2013', 0],
  ]);
  return group(
    {},
    ellipse(cx + rx * 0.16, y, rx * 1.15, ry * 1.2, soft),
    ellipse(cx, y, rx * 0.86, ry * 0.62, soft),
  );
}

/** Light and shade over anything round seen from the front; paint it over the flat colour. */
export const roundness = (strength = 1): string =>
  linear([
    [0, '#2e1a12', 0.16 * strength],
    [0.14, '#ffffff', 0.1 * strength],
    [0.3, '#ffffff', 0.26 * strength],
    [0.46, '#ffffff', 0],
    [0.72, '#2e1a12', 0.07 * strength],
    [1, '#2e1a12', 0.3 * strength],
  ]);

/** A turned or boxed body: its colour, and the roundness over it. */
export const body = (outline: string, colour: string, strength = 1): Svg =>
  path(outline, colour) + path(outline, roundness(strength));

export const standing = (x: number, y: number, ...parts: Svg[]): Svg => place({ x, y }, ...parts);
