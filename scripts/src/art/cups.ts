import { type Colour, darker, lighter, mix } from './colour.js';
import { box, oval, pebble, rounded, smooth, turned } from './outline.js';
import { body, roundness } from './stage.js';
import {
  circle,
  clipped,
  ellipse,
  faded,
  group,
  linear,
  number,
  path,
  place,
  stroke,
  type Svg,
} from './svg.js';

/** Cups and glasses. Each stands on y = 0 with its middle at x = 0. */

export function steam(x: number, y: number, scale = 1): Svg {
  const wisp = (dx: number, height: number, width: number): Svg =>
    stroke(
      `M${number(dx)} 0c-26 -${number(height * 0.24)} 26 -${number(height * 0.42)} 4 -${number(height * 0.68)}c-12 -${number(height * 0.16)} -2 -${number(height * 0.26)} 6 -${number(height * 0.32)}`,
      '#ffffff',
      width,
    );
  return place({ x, y, scale }, faded(0.6, wisp(-46, 96, 9), wisp(0, 130, 11), wisp(48, 88, 8)));
}

export type LatteArt = 'rosetta' | 'heart' | 'none';

export interface CeramicCup {
  glaze: Colour;
  /** A band of bare clay at the foot. */
  clay?: Colour;
  drink: Colour;
  foam?: Colour;
  art?: LatteArt;
  saucer?: boolean;
}

/** A wide ceramic cup seen a little from above, 300 wide and 190 high. */
export function ceramicCup({
  glaze,
  clay,
  drink,
  foam = '#f7ead6',
  art = 'none',
  saucer = true,
}: CeramicCup): Svg {
  const bowl = turned(
    [
      [150, -178],
      [146, -120],
      [122, -50, 60],
      [74, -14, 24],
      [66, -6],
    ],
    { sag: 10 },
  );
  return group(
    {},
    saucer ? plate(glaze, 226) : '',
    handle(glaze),
    body(bowl, glaze),
    clay
      ? clipped(bowl, path(box(-160, -44, 320, 60), clay), path(box(-160, -44, 320, 60), roundness(1)))
      : '',
    ellipse(0, -178, 150, 43, lighter(glaze, 0.5)),
    ellipse(0, -175, 139, 37, darker(drink, 0.35)),
    clipped(
      oval(0, -175, 139, 37),
      ellipse(0, -170, 137, 35, drink),
      ellipse(-20, -166, 112, 26, lighter(drink, 0.14)),
      latteArt(art, foam),
    ),
    stroke('M-150 -178A150 43 0 0 0 150 -178', '#ffffff', 3, { opacity: 0.55 }),
  );
}

function handle(glaze: Colour): Svg {
  return group(
    {},
    stroke('M136 -148C214 -172 226 -70 108 -62', darker(glaze, 0.2), 27),
    stroke('M136 -150C208 -170 218 -76 108 -66', glaze, 20),
    stroke('M150 -150C196 -158 204 -110 176 -90', '#ffffff', 5, { opacity: 0.5 }),
  );
}

export function plate(glaze: Colour, radius: number): Svg {
  return group(
    {},
    ellipse(0, 6, radius, radius * 0.225, darker(glaze, 0.28)),
    ellipse(0, -2, radius, radius * 0.215, lighter(glaze, 0.15)),
    ellipse(4, 0, radius * 0.74, radius * 0.15, darker(glaze, 0.1)),
    ellipse(4, 2, radius * 0.7, radius * 0.138, lighter(glaze, 0.02)),
  );
}

function latteArt(kind: LatteArt, foam: Colour): Svg {
  switch (kind) {
    case 'none':
      return '';
    case 'heart':
      return path(
        'M0 -146C-34 -160 -72 -172 -58 -190C-46 -203 -14 -201 0 -190C14 -201 46 -203 58 -190C72 -172 34 -160 0 -146Z',
        foam,
      );
    case 'rosetta': {
      const leaf = (y: number, width: number): Svg =>
        path(
          `M0 ${y + 9}C${-width * 0.7} ${y + 5} ${-width} ${y - 5} ${-width * 0.92} ${y - 10}C${-width * 0.5} ${y - 4} ${-width * 0.2} ${y - 2} 0 ${y - 2}C${width * 0.2} ${y - 2} ${width * 0.5} ${y - 4} ${width * 0.92} ${y - 10}C${width} ${y - 5} ${width * 0.7} ${y + 5} 0 ${y + 9}Z`,
          foam,
        );
      return group(
        {},
        leaf(-150, 92),
        leaf(-164, 78),
        leaf(-177, 58),
        path(
          'M0 -186C-22 -191 -34 -200 -22 -206C-12 -209 -4 -206 0 -202C4 -206 12 -209 22 -206C34 -200 22 -191 0 -186Z',
          foam,
        ),
        stroke('M0 -200V-140', foam, 4),
      );
    }
  }
}

export interface Layer {
  /** Share of the height, from the bottom, where this layer ends. */
  upTo: number;
  colour: Colour;
}

export interface Tumbler {
  layers: Layer[];
  ice?: boolean;
  bubbles?: boolean;
  straw?: Colour;
  /** Painted inside, above the drink: slices, leaves, cream. */
  topping?: Svg;
}

const GLASS_TOP = -318;
const glassOutline = turned(
  [
    [112, GLASS_TOP],
    [94, -10, 20],
    [84, 0, 8],
  ],
  { sag: 12 },
);

/** A tall cold glass, 224 wide and 320 high. */
export function tallGlass({ layers, ice = false, bubbles = false, straw, topping = '' }: Tumbler): Svg {
  const inner = turned(
    [
      [101, GLASS_TOP + 34],
      [85, -20, 20],
      [74, -12, 8],
    ],
    { sag: 8 },
  );
  const height = 272;
  let from = 0;
  const bands = layers.map(({ upTo, colour }, i) => {
    const y0 = -12 - from * height;
    const y1 = -12 - upTo * height;
    const next = layers[i + 1]?.colour ?? colour;
    from = upTo;
    const blend = linear(
      [
        [0, mix(colour, next, 0.55)],
        [0.3, colour],
        [1, colour],
      ],
      [0, 0, 0, 1],
    );
    return path(box(-120, y1, 240, y0 - y1 + 14), blend);
  });
  const surface = layers[layers.length - 1];
  const surfaceY = -12 - (surface?.upTo ?? 0) * height;
  return group(
    {},
    path(glassOutline, '#ffffff', { opacity: 0.34 }),
    straw
      ? place(
          { x: 26, y: -150, turn: 10 },
          path(box(-8, -250, 16, 250, 6), straw),
          path(box(-8, -250, 6, 250, 3), '#ffffff', { opacity: 0.4 }),
        )
      : '',
    clipped(
      inner,
      ...bands,
      ice ? iceCubes(surfaceY) : '',
      bubbles ? fizz() : '',
      path(inner, roundness(0.8)),
    ),
    ellipse(0, surfaceY, 85 + (surface?.upTo ?? 0) * 13, 17, lighter(surface?.colour ?? '#ffffff', 0.28)),
    topping,
    path(
      glassOutline,
      linear([
        [0, '#ffffff', 0.55],
        [0.08, '#ffffff', 0.1],
        [0.2, '#ffffff', 0.42],
        [0.27, '#ffffff', 0.05],
        [0.85, '#ffffff', 0],
        [0.93, '#ffffff', 0.35],
        [1, '#2e1a12', 0.14],
      ]),
    ),
    ellipse(0, GLASS_TOP, 112, 24, '#ffffff', {
      'fill-opacity': 0.16,
      stroke: '#ffffff',
      'stroke-width': 4,
      'stroke-opacity': 0.85,
    }),
  );
}

function iceCubes(surfaceY: number): Svg {
  const cube = (x: number, y: number, turn: number, size = 62): Svg =>
    place(
      { x, y, turn },
      path(box(-size / 2, -size / 2, size, size, 12), '#ffffff', {
        opacity: 0.3,
        stroke: '#ffffff',
        'stroke-width': 3,
        'stroke-opacity': 0.55,
      }),
      path(box(-size / 2 + 8, -size / 2 + 8, size * 0.42, 9, 4), '#ffffff', { opacity: 0.6 }),
    );
  return (
    cube(-42, surfaceY + 26, -14) +
    cube(34, surfaceY + 20, 22, 58) +
    cube(-8, surfaceY + 82, 8, 66) +
    cube(48, surfaceY + 102, -20, 54)
  );
}

function fizz(): Svg {
  const dots: [number, number, number][] = [
    [-52, -60, 6],
    [-30, -120, 5],
    [-60, -160, 7],
    [10, -80, 6],
    [38, -140, 8],
    [54, -70, 5],
    [-8, -180, 6],
    [26, -210, 5],
    [-40, -215, 6],
    [0, -36, 5],
    [60, -200, 6],
  ];
  return dots.map(([x, y, r]) => circle(x, y, r, '#ffffff', { opacity: 0.5 })).join('');
}

/** A paper cup to go with its lid and sleeve, 220 wide and 310 high. */
export function paperCup(paper: Colour, sleeve: Colour, mark: Svg): Svg {
  const cup = turned(
    [
      [104, -270],
      [78, -6, 8],
    ],
    { sag: 10 },
  );
  const band = turned(
    [
      [99, -208],
      [86, -84],
    ],
    { sag: 13, dip: 13 },
  );
  return group(
    {},
    body(cup, paper),
    body(band, sleeve),
    place({ y: -138, scale: 0.62 }, mark),
    body(
      turned(
        [
          [112, -284, 8],
          [114, -262, 6],
        ],
        { sag: 12, dip: 0 },
      ),
      '#fbf7f0',
    ),
    body(
      turned(
        [
          [88, -314, 12],
          [98, -284, 6],
        ],
        { sag: 10, dip: 10 },
      ),
      '#fffdf8',
    ),
    ellipse(0, -312, 84, 15, '#f2ebdf'),
    ellipse(44, -316, 13, 4, '#cdbfae'),
  );
}

/** A sturdy mug, 210 wide and 210 high. */
export function mug(glaze: Colour, drink: Colour, topping: Svg = '', mark: Svg = ''): Svg {
  const wall = turned(
    [
      [104, -204],
      [104, -24, 34],
      [84, 0, 14],
    ],
    { sag: 10 },
  );
  return group(
    {},
    stroke('M98 -162C182 -168 186 -44 92 -50', darker(glaze, 0.2), 29),
    stroke('M98 -164C176 -166 178 -50 92 -54', glaze, 21),
    body(wall, glaze),
    place({ y: -98, scale: 0.66 }, mark),
    ellipse(0, -204, 104, 27, lighter(glaze, 0.45)),
    ellipse(0, -201, 94, 22, drink),
    ellipse(-12, -198, 70, 13, lighter(drink, 0.12)),
    topping,
  );
}

/** Pour-over: a cone with its filter on a glass server. */
export function pourOver(cone: Colour, coffee: Colour): Svg {
  const server = turned(
    [
      [46, -196],
      [50, -176],
      [104, -92, 60],
      [108, -24, 40],
      [84, 0, 12],
    ],
    { sag: 10 },
  );
  const pool = turned(
    [
      [116, -104],
      [110, -24, 40],
      [82, -6, 12],
    ],
    { sag: 6 },
  );
  const dripper = turned(
    [
      [118, -332, 6],
      [46, -214, 14],
      [40, -202, 6],
    ],
    { sag: 6 },
  );
  return group(
    {},
    stroke('M92 -150C158 -146 164 -62 104 -48', '#caa27c', 16),
    path(server, '#ffffff', { opacity: 0.45 }),
    clipped(
      server,
      path(
        pool,
        linear(
          [
            [0, lighter(coffee, 0.16)],
            [1, coffee],
          ],
          [0, 0, 0, 1],
        ),
      ),
      ellipse(0, -104, 108, 15, lighter(coffee, 0.3)),
    ),
    path(
      server,
      linear([
        [0, '#ffffff', 0.5],
        [0.14, '#ffffff', 0.08],
        [0.24, '#ffffff', 0.4],
        [0.34, '#ffffff', 0],
        [1, '#2e1a12', 0.16],
      ]),
    ),
    path(box(-54, -186, 108, 16, 8), '#b98a5e'),
    stroke('M0 -200V-112', coffee, 4, { opacity: 0.8 }),
    body(
      turned(
        [
          [76, -210, 6],
          [76, -198, 6],
        ],
        { sag: 8 },
      ),
      darker(cone, 0.08),
    ),
    stroke('M104 -312C158 -316 160 -246 84 -248', darker(cone, 0.12), 15),
    path(
      turned(
        [
          [112, -346, 4],
          [104, -318],
        ],
        {},
      ),
      '#efe3cf',
    ),
    body(dripper, cone),
    ...[-74, -38, 0, 38, 74].map((x) =>
      stroke(`M${x} -320L${x * 0.42} -222`, '#2e1a12', 3, { opacity: 0.1 }),
    ),
    ellipse(0, -334, 118, 25, lighter(cone, 0.45)),
    ellipse(0, -334, 106, 20, '#f6ecdb'),
    ellipse(0, -330, 86, 14, darker(coffee, 0.2)),
    ellipse(-12, -329, 56, 8, mix(coffee, '#b98a5e', 0.35)),
  );
}

export function keepCup(shell: Colour, lid: Colour, mark: Svg): Svg {
  const wall = turned(
    [
      [80, -282],
      [84, -150],
      [70, 0, 18],
    ],
    { sag: 10 },
  );
  return group(
    {},
    body(wall, shell, 1.1),
    clipped(wall, path(box(-120, -42, 240, 60), '#b98a5e'), path(box(-120, -42, 240, 60), roundness(1))),
    place({ y: -158, scale: 0.72 }, mark),
    body(
      turned(
        [
          [86, -312, 12],
          [88, -276, 8],
        ],
        { sag: 11 },
      ),
      lid,
    ),
    body(
      turned(
        [
          [58, -330, 8],
          [62, -308, 4],
        ],
        { sag: 9, dip: 8 },
      ),
      lighter(lid, 0.1),
    ),
    ellipse(0, -328, 54, 10, lighter(lid, 0.22)),
  );
}

export function citrusSlice(rind: Colour, flesh: Colour, radius = 60): Svg {
  const segments = Array.from({ length: 8 }, (_, i) =>
    place(
      { turn: i * 45 },
      path(
        rounded(
          [
            [0, -6],
            [radius * 0.3, -radius * 0.72, 8],
            [-radius * 0.3, -radius * 0.72, 8],
          ],
          3,
        ),
        flesh,
      ),
    ),
  );
  return group({}, circle(0, 0, radius, rind), circle(0, 0, radius * 0.9, '#fff6df'), ...segments);
}

export function bean(scale = 1, turn = 0, colour: Colour = '#5a3320'): Svg {
  return place(
    { scale, turn },
    path(pebble(0, 0, 26, 18, 0.03, 0.6), colour),
    path(pebble(-5, -5, 15, 8, 0.03, 0.6), lighter(colour, 0.22), { opacity: 0.6 }),
    stroke('M-23 3C-9 -9 7 10 23 -3', darker(colour, 0.5), 4),
  );
}

export function osmanthus(scale = 1, colour: Colour = '#e9a63a'): Svg {
  const petals = [45, 135, 225, 315].map((turn) => place({ turn }, ellipse(11, 0, 11, 8, colour)));
  return place({ scale }, ...petals, circle(0, 0, 5, '#c97c1c'));
}

/** A mound of cream or foam on a drink. */
export function dollop(width: number, colour: Colour = '#fff7ea'): Svg {
  const w = width;
  return path(
    smooth([
      [-w, 0],
      [-w * 0.8, -w * 0.3],
      [-w * 0.35, -w * 0.42],
      [0, -w * 0.66],
      [w * 0.34, -w * 0.4],
      [w * 0.82, -w * 0.28],
      [w, 0],
      [0, w * 0.2],
    ]),
    colour,
  );
}
