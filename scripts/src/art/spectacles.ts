import { type Colour, darker, lighter } from './colour.js';
import { box, oval, pebble, rounded, smooth, turned, type Point } from './outline.js';
import { body, roundness } from './stage.js';
import {
  circle,
  clipped,
  ellipse,
  faded,
  group,
  linear,
  path,
  place,
  radial,
  stroke,
  type Svg,
} from './svg.js';

/** Frames seen from the front, standing on y = 0 with the bridge at x = 0; a wearer's left lens is the right one here. */

export interface Frame {
  /** Outline of the right lens, from the bridge outwards. */
  lens: string;
  rim: Colour;
  rimWidth: number;
  /** Lens colour from top to bottom; clear glass when absent. */
  tint?: [Colour, Colour];
  /** Where the arm leaves the front. */
  hinge: Point;
  /** Height of the bridge, and half the gap it spans. */
  bridge: [y: number, halfGap: number];
  pads?: boolean;
  arm?: Colour;
  armWidth?: number;
  /** Laid over the right half of the front: a brow, a pattern. */
  brow?: Svg;
  pattern?: Svg;
}

export const lensShapes = {
  round: oval(104, -96, 82, 84),
  square: rounded([
    [24, -166, 30],
    [188, -172, 30],
    [182, -40, 42],
    [34, -36, 42],
  ]),
  cat: smooth(
    [
      [24, -112],
      [48, -148],
      [112, -166],
      [190, -196],
      [196, -150],
      [182, -78],
      [130, -38],
      [70, -36],
      [34, -62],
    ],
    true,
    0.9,
  ),
  browline: rounded([
    [26, -150, 20],
    [190, -160, 26],
    [182, -70, 60],
    [130, -32, 60],
    [66, -32, 50],
    [30, -76, 40],
  ]),
  aviator: smooth(
    [
      [20, -142],
      [50, -168],
      [120, -174],
      [186, -160],
      [200, -116],
      [186, -60],
      [146, -22],
      [96, -16],
      [52, -44],
      [24, -96],
    ],
    true,
    1,
  ),
  oversized: rounded([
    [20, -184, 44],
    [206, -196, 56],
    [206, -40, 70],
    [130, -10, 80],
    [34, -28, 60],
  ]),
  kid: rounded([
    [26, -148, 50],
    [166, -150, 54],
    [164, -34, 58],
    [34, -32, 58],
  ]),
  slim: rounded([
    [30, -120, 18],
    [178, -124, 22],
    [172, -46, 34],
    [40, -44, 34],
  ]),
} as const;

export function glasses(frame: Frame): Svg {
  const half = rightHalf(frame);
  const [y, gap] = frame.bridge;
  return group(
    {},
    arm(frame),
    place({ flip: true }, arm(frame)),
    half,
    clipped(frame.lens, glint(frame)),
    place({ flip: true }, half, clipped(frame.lens, place({ x: 208, flip: true }, glint(frame)))),
    stroke(
      `M${-gap} ${y + 10}C${-gap * 0.6} ${y - 14} ${gap * 0.6} ${y - 14} ${gap} ${y + 10}`,
      darker(frame.rim, 0.25),
      frame.rimWidth + 1,
    ),
    stroke(
      `M${-gap} ${y + 8}C${-gap * 0.6} ${y - 16} ${gap * 0.6} ${y - 16} ${gap} ${y + 8}`,
      frame.rim,
      frame.rimWidth - 2,
    ),
    frame.pads ? nosePads(y) : '',
  );
}

function arm({ hinge: [x, y], rim, arm: colour = darker(rim, 0.25), armWidth = 10 }: Frame): Svg {
  return stroke(
    `M${x - 4} ${y}L${x - 46} ${y - 54}C${x - 54} ${y - 62} ${x - 66} ${y - 62} ${x - 70} ${y - 48}L${x - 76} ${y - 26}`,
    colour,
    armWidth,
  );
}

function rightHalf({ lens, rim, rimWidth, tint, hinge: [x, y], brow = '', pattern = '' }: Frame): Svg {
  const glass = tint
    ? path(
        lens,
        linear(
          [
            [0, tint[0], 0.94],
            [1, tint[1], 0.86],
          ],
          [0, 0, 0, 1],
        ),
      )
    : path(
        lens,
        linear(
          [
            [0, '#ffffff', 0.5],
            [1, '#dfeaf0', 0.32],
          ],
          [0, 0, 0.5, 1],
        ),
      );
  return group(
    {},
    glass,
    path(lens, 'none', {
      stroke: darker(rim, 0.34),
      'stroke-width': rimWidth + 2,
      transform: 'translate(1.5 3)',
      opacity: 0.8,
    }),
    path(lens, 'none', { stroke: rim, 'stroke-width': rimWidth }),
    pattern,
    path(lens, 'none', {
      stroke: lighter(rim, 0.5),
      'stroke-width': Math.max(1.5, rimWidth * 0.16),
      transform: 'translate(-1.5 -2)',
      opacity: 0.7,
    }),
    brow,
    path(box(x - 9, y - 9, 18, 20, 5), darker(rim, 0.1)),
    circle(x - 1, y + 1, 2.6, lighter(rim, 0.6)),
  );
}

function nosePads(y: number): Svg {
  const pad = group(
    {},
    stroke(`M24 ${y + 22}C12 ${y + 28} 12 ${y + 38} 16 ${y + 44}`, '#b9b4aa', 3.5),
    place(
      { x: 16, y: y + 50, turn: 16 },
      ellipse(0, 0, 6.5, 12, '#f5f0e6', { stroke: '#cfc6b6', 'stroke-width': 1.5 }),
    ),
  );
  return pad + place({ flip: true }, pad);
}

/** Two slanted strokes of light on a lens. */
function glint({ tint }: Frame): Svg {
  const strength = tint ? 0.3 : 0.85;
  return faded(strength, stroke('M70 -92L108 -140', '#ffffff', 9), stroke('M92 -84L116 -114', '#ffffff', 6));
}

/** Tortoise-shell spots, drawn along a rim. */
export function tortoise(lens: string, width: number): Svg {
  return group(
    {},
    path(lens, 'none', {
      stroke: '#c98a3c',
      'stroke-width': width * 0.62,
      'stroke-dasharray': '16 31',
      'stroke-linecap': 'round',
      opacity: 0.85,
    }),
    path(lens, 'none', {
      stroke: '#3a2012',
      'stroke-width': width * 0.7,
      'stroke-dasharray': '11 43',
      'stroke-dashoffset': 24,
      'stroke-linecap': 'round',
      opacity: 0.7,
    }),
  );
}

/** An open clamshell case, 420 wide. */
export function openCase(leather: Colour, lining: Colour, inside: Svg): Svg {
  return group(
    {},
    path(
      rounded([
        [-216, -250, 90],
        [216, -250, 90],
        [224, -128, 40],
        [-224, -128, 40],
      ]),
      darker(leather, 0.18),
    ),
    path(
      rounded([
        [-198, -234, 80],
        [198, -234, 80],
        [206, -126, 30],
        [-206, -126, 30],
      ]),
      lining,
    ),
    path(
      rounded([
        [-198, -234, 80],
        [198, -234, 80],
        [206, -126, 30],
        [-206, -126, 30],
      ]),
      linear(
        [
          [0, '#2e1a12', 0.02],
          [1, '#2e1a12', 0.2],
        ],
        [0, 0, 0, 1],
      ),
    ),
    path(
      rounded([
        [-224, -134, 14],
        [224, -134, 14],
        [216, -80, 40],
        [-216, -80, 40],
      ]),
      darker(lining, 0.22),
    ),
    place({ y: -62, scale: 0.82 }, inside),
    path(
      rounded([
        [-230, -112, 26],
        [230, -112, 26],
        [218, -14, 66],
        [186, 0, 40],
        [-186, 0, 40],
        [-218, -14, 66],
      ]),
      leather,
    ),
    path(
      rounded([
        [-230, -112, 26],
        [230, -112, 26],
        [218, -14, 66],
        [186, 0, 40],
        [-186, 0, 40],
        [-218, -14, 66],
      ]),
      linear(
        [
          [0, '#ffffff', 0.2],
          [0.4, '#ffffff', 0],
          [1, '#2e1a12', 0.22],
        ],
        [0, 0, 0.3, 1],
      ),
    ),
    stroke('M-206 -94C-80 -84 80 -84 206 -94', lighter(leather, 0.5), 3, {
      'stroke-dasharray': '9 8',
      opacity: 0.75,
    }),
    path(box(-24, -122, 48, 30, 8), '#d9b36f'),
    circle(0, -106, 6, '#a67c3c'),
  );
}

export function softCase(leather: Colour, mark: Svg): Svg {
  const pouch = rounded([
    [-220, -120, 60],
    [220, -120, 60],
    [226, -40, 60],
    [200, 0, 40],
    [-200, 0, 40],
    [-226, -40, 60],
  ]);
  return group(
    {},
    body(pouch, leather, 0.5),
    path(
      'M-216 -92C-120 -132 120 -132 216 -92C150 -40 60 -22 0 -22C-60 -22 -150 -40 -216 -92Z',
      lighter(leather, 0.1),
    ),
    stroke('M-206 -90C-146 -46 -60 -32 0 -32C60 -32 146 -46 206 -90', lighter(leather, 0.5), 3, {
      'stroke-dasharray': '9 8',
      opacity: 0.75,
    }),
    circle(0, -48, 13, '#d9b36f'),
    circle(-3, -51, 4, '#f3dcae'),
    place({ y: -92, scale: 0.22 }, mark),
  );
}

/** A folded microfibre cloth. */
export function cloth(colour: Colour, mark: Svg): Svg {
  return group(
    {},
    path(
      rounded([
        [-150, -16, 8],
        [-60, -66, 8],
        [160, -46, 8],
        [96, 14, 8],
      ]),
      darker(colour, 0.22),
    ),
    path(
      rounded([
        [-150, -26, 8],
        [-60, -76, 8],
        [160, -56, 8],
        [96, 4, 8],
      ]),
      darker(colour, 0.06),
    ),
    path(
      rounded([
        [-138, -36, 8],
        [-56, -82, 8],
        [140, -66, 8],
        [78, -10, 8],
      ]),
      colour,
    ),
    path(
      rounded([
        [-56, -82, 4],
        [140, -66, 8],
        [110, -38, 6],
      ]),
      lighter(colour, 0.2),
    ),
    place({ x: -20, y: -40, scale: 0.26 }, mark),
  );
}

/** Two finished lenses leaning against one another, their coating showing green and violet. */
export function lensPair(): Svg {
  const lens = (x: number, turn: number): Svg =>
    place(
      { x, turn },
      circle(9, -118, 122, '#7396a8'),
      circle(5, -119, 122, '#a3c0cd'),
      circle(
        0,
        -120,
        122,
        radial([
          [0, '#f2f8f7', 0.97],
          [0.72, '#dbe9ee', 0.97],
          [0.93, '#bcd3dd', 0.97],
          [1, '#9bbccb', 0.98],
        ]),
      ),
      clipped(
        oval(0, -120, 118, 118),
        path(
          smooth([
            [-100, -190],
            [-30, -240],
            [40, -232],
            [-30, -170],
            [-96, -110],
          ]),
          '#9fd0b5',
          { opacity: 0.45 },
        ),
        path(
          smooth([
            [-60, -60],
            [20, -110],
            [90, -160],
            [104, -100],
            [40, -30],
            [-30, -16],
          ]),
          '#b9a5d6',
          { opacity: 0.35 },
        ),
      ),
      stroke('M-78 -170C-60 -206 -30 -222 0 -226', '#ffffff', 9, { opacity: 0.9 }),
      circle(0, -120, 121, 'none', { stroke: '#ffffff', 'stroke-width': 3, opacity: 0.8 }),
      circle(0, -120, 5, '#5e8497', { opacity: 0.6 }),
      stroke('M-22 -120H-12M12 -120H22M0 -142V-132M0 -108V-98M-98 -120H-84M84 -120H98', '#5e8497', 3, {
        opacity: 0.6,
      }),
    );
  return lens(78, 8) + lens(-84, -6);
}

/** A contact lens resting on a fingertip-sized dish. */
export function contactLens(x: number, y: number, scale = 1): Svg {
  return place(
    { x, y, scale },
    path(
      'M-56 -8C-50 40 50 40 56 -8Z',
      linear(
        [
          [0, '#bfe0ea', 0.75],
          [1, '#8dbfd2', 0.85],
        ],
        [0, 0, 0, 1],
      ),
    ),
    ellipse(0, -8, 56, 17, '#e8f5f8', { stroke: '#9ccbdb', 'stroke-width': 2.5 }),
    ellipse(0, -3, 36, 9, '#b5dbe6', { opacity: 0.8 }),
    stroke('M-42 4C-38 16 -28 24 -18 27', '#ffffff', 5, { opacity: 0.8 }),
  );
}

export function blister(): Svg {
  return group(
    {},
    path(
      rounded([
        [-60, -34, 10],
        [60, -34, 10],
        [70, 26, 12],
        [-70, 26, 12],
      ]),
      '#eef2f3',
    ),
    path(
      rounded([
        [-60, -34, 10],
        [60, -34, 10],
        [70, 26, 12],
        [-70, 26, 12],
      ]),
      linear([
        [0, '#ffffff', 0.8],
        [1, '#8aa1ab', 0.35],
      ]),
    ),
    ellipse(6, -2, 38, 19, '#cfe6ec', { stroke: '#a9c6d0', 'stroke-width': 2 }),
    ellipse(6, -5, 25, 11, '#e6f4f7'),
  );
}

export function sprayBottle(liquid: Colour, head: Colour, mark: Svg): Svg {
  const flask = turned(
    [
      [26, -232, 4],
      [30, -214, 8],
      [64, -188, 26],
      [66, -14, 16],
      [58, 0, 8],
    ],
    { sag: 7 },
  );
  return group(
    {},
    path(flask, '#f4f7f6', { opacity: 0.85 }),
    clipped(
      flask,
      path(box(-80, -160, 160, 180), liquid, { opacity: 0.8 }),
      ellipse(0, -160, 66, 9, lighter(liquid, 0.5)),
    ),
    path(flask, roundness(0.9)),
    path(box(-46, -128, 92, 84, 6), '#fbf8f1'),
    place({ y: -88, scale: 0.36 }, mark),
    path(
      rounded([
        [-20, -256, 4],
        [20, -256, 4],
        [28, -228, 4],
        [-28, -228, 4],
      ]),
      darker(head, 0.15),
    ),
    path(
      rounded([
        [-58, -296, 10],
        [34, -296, 14],
        [30, -254, 6],
        [-22, -254, 6],
        [-58, -274, 4],
      ]),
      head,
    ),
    path(box(-68, -292, 14, 18, 3), darker(head, 0.3)),
    ...[
      [-96, -290, 4],
      [-116, -276, 5],
      [-112, -304, 4],
      [-138, -292, 5],
      [-134, -318, 4],
      [-140, -266, 4],
    ].map(([cx = 0, cy = 0, r = 4]) => circle(cx, cy, r, liquid, { opacity: 0.7 })),
  );
}

/** A fine chain that holds the glasses, threaded with beads. */
export function glassesChain(metal: Colour, bead: Colour): Svg {
  const line = 'M-176 -180C-200 20 -70 -10 0 -18C70 -10 200 20 176 -180';
  const beads: Point[] = [
    [-176, -150],
    [-172, -96],
    [-150, -46],
    [-100, -22],
    [-40, -18],
    [40, -18],
    [100, -22],
    [150, -46],
    [172, -96],
    [176, -150],
  ];
  return group(
    {},
    stroke(line, metal, 5),
    stroke(line, darker(metal, 0.3), 5, { 'stroke-dasharray': '2 9' }),
    ...beads.map(([x, y], i) => circle(x, y, i % 2 ? 11 : 15, i % 2 ? lighter(bead, 0.3) : bead)),
    ...[-176, 176].map((x) => circle(x, -196, 17, 'none', { stroke: darker(bead, 0.1), 'stroke-width': 6 })),
  );
}

export function bookStack(spine: Colour, cover: Colour): Svg {
  return group(
    {},
    path(
      rounded([
        [-190, -44, 6],
        [190, -44, 6],
        [190, 0, 6],
        [-190, 0, 6],
      ]),
      spine,
    ),
    path(box(-178, -38, 362, 30, 4), '#f7efdf'),
    ...[-32, -25, -18].map((y) => stroke(`M-170 ${y}H180`, '#e0d3ba', 2)),
    path(
      rounded([
        [-190, -50, 6],
        [190, -50, 6],
        [190, -38, 4],
        [-190, -38, 4],
      ]),
      cover,
    ),
  );
}

export function spots(colour: Colour, list: Point[]): Svg {
  return faded(
    0.9,
    ...list.map(([x, y], i) => path(pebble(x, y, 9 + (i % 3) * 3, 8 + (i % 2) * 3, 0.1, i), colour)),
  );
}
