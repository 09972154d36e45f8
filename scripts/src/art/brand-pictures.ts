import { type Colour, darker, lighter, mix } from './colour.js';
import { ceramicCup, steam } from './cups.js';
import { eaveMark, flower, herbMark, regularsMark, spectaclesMark, sprig } from './marks.js';
import { archway, box, pebble, rounded, smooth, type Point } from './outline.js';
import { bookStack, glasses, lensShapes } from './spectacles.js';
import { shadow } from './stage.js';
import {
  circle,
  clipped,
  ellipse,
  faded,
  group,
  linear,
  path,
  type Picture,
  picture,
  place,
  rect,
  stroke,
  type Svg,
} from './svg.js';
import { dropper, jar, tallBottle, tube } from './vanity.js';

/** Signs and cover scenes of the brands. Covers keep their lower left calm: clients set the brand's name there. */

const [COVER_WIDTH, COVER_HEIGHT] = [1500, 750];

const logo = (ground: Colour, mark: Svg): Picture =>
  picture(
    512,
    512,
    rect(
      0,
      0,
      512,
      512,
      linear(
        [
          [0, lighter(ground, 0.08)],
          [1, darker(ground, 0.08)],
        ],
        [0, 0, 0.5, 1],
      ),
    ),
    place({ x: 256, y: 256, scale: 1.65 }, mark),
  );

export const brandPictures = {
  'brand-coffee-logo': () => logo('#b4532a', eaveMark('#fbf1e2')),
  'brand-care-logo': () => logo('#6b8068', herbMark('#f8f5ea')),
  'brand-eyewear-logo': () => logo('#2f4b6e', spectaclesMark('#f7f1e3', '#eab65a')),
  'brand-coffee-cover': () => picture(COVER_WIDTH, COVER_HEIGHT, morningStreet()),
  'brand-care-cover': () => picture(COVER_WIDTH, COVER_HEIGHT, herbMeadow()),
  'brand-eyewear-cover': () => picture(COVER_WIDTH, COVER_HEIGHT, clearCity()),
  regulars: () =>
    picture(512, 512, place({ x: 256, y: 256, scale: 2.56 }, regularsMark('#7a4a2b', '#fbf1e2', '#f2c078'))),
} satisfies Record<string, () => Picture>;

const sky = (from: Colour, to: Colour): Svg =>
  rect(
    0,
    0,
    COVER_WIDTH,
    COVER_HEIGHT,
    linear(
      [
        [0, from],
        [1, to],
      ],
      [0, 0, 0, 1],
    ),
  );

/** A coffee house under its eaves in the first sun. */
function morningStreet(): Svg {
  return group(
    {},
    sky('#f3cf9f', '#fbe9cf'),
    circle(330, 330, 118, '#fff4d9', { opacity: 0.9 }),
    circle(330, 330, 170, '#fff4d9', { opacity: 0.35 }),
    path(
      smooth(
        [
          [-40, 520],
          [140, 380],
          [300, 440],
          [470, 350],
          [680, 450],
          [860, 400],
          [1060, 470],
          [1540, 420],
          [1540, 800],
          [-40, 800],
        ],
        true,
        0.8,
      ),
      '#e2b98b',
    ),
    path(
      smooth(
        [
          [-40, 580],
          [180, 490],
          [420, 540],
          [640, 480],
          [900, 540],
          [1540, 500],
          [1540, 800],
          [-40, 800],
        ],
        true,
        0.8,
      ),
      '#cfa477',
    ),
    rect(
      0,
      628,
      COVER_WIDTH,
      130,
      linear(
        [
          [0, '#c79a70'],
          [1, '#b0835c'],
        ],
        [0, 0, 0, 1],
      ),
    ),
    rect(0, 628, COVER_WIDTH, 5, '#e3bd93'),
    ...[
      [60, 690, 250],
      [420, 716, 320],
      [900, 694, 280],
      [1240, 722, 210],
    ].map(([x = 0, y = 0, w = 0]) => rect(x, y, w, 5, '#96694a', { rx: 2, opacity: 0.35 })),
    shadow(1024, 640, 460, 22, 0.3),
    place({ x: 1016, y: 634 }, coffeeHouse()),
    place({ x: 566, y: 642, scale: 1.02 }, pottedTree()),
    place({ x: 390, y: 652, scale: 0.84 }, bicycle()),
  );
}

function coffeeHouse(): Svg {
  const pane = (x: number, width: number, ...inside: Svg[]): Svg =>
    group(
      {},
      rect(x, -286, width, 222, '#6a3a22', { rx: 6 }),
      rect(
        x + 10,
        -276,
        width - 20,
        202,
        linear(
          [
            [0, '#ffe2ab'],
            [1, '#f5bf78'],
          ],
          [0, 0, 0, 1],
        ),
      ),
      clipped(box(x + 10, -276, width - 20, 202), ...inside),
      path(
        rounded([
          [x + 26, -276],
          [x + 74, -276],
          [x + 34, -74],
          [x - 14, -74],
        ]),
        '#ffffff',
        { opacity: 0.16 },
      ),
      rect(x + width / 2 - 4, -286, 8, 222, '#6a3a22'),
    );
  const lamp = (x: number): Svg =>
    group(
      {},
      stroke(`M${x} -276V-232`, '#6a3a22', 4),
      path(`M${x - 20} -214A20 20 0 0 1 ${x + 20} -214Z`, '#8d3f22'),
      ellipse(x, -212, 15, 5, '#fff6dd'),
    );
  const cups = (x: number, y: number): Svg =>
    group(
      {},
      rect(x, y, 120, 7, '#8a5432'),
      ...[10, 38, 66, 94].map((dx, i) =>
        path(box(x + dx, y - 22, 18, 22, 4), ['#f6ead6', '#b4532a', '#7d8f74', '#f6ead6'][i] ?? '#f6ead6'),
      ),
    );
  return group(
    {},
    rect(
      -372,
      -330,
      744,
      332,
      linear(
        [
          [0, '#f6e4c9'],
          [1, '#ead0ac'],
        ],
        [0, 0, 0, 1],
      ),
    ),
    rect(-372, -64, 744, 66, '#a5623c'),
    ...Array.from({ length: 15 }, (_, i) => rect(-352 + i * 49, -58, 4, 56, '#8d5030', { opacity: 0.5 })),
    pane(-340, 250, lamp(-280), lamp(-160), cups(-320, -170), machine(-232)),
    pane(104, 236, lamp(160), lamp(282), cups(122, -176), place({ x: 258, y: -74, scale: 0.8 }, sitter())),
    path(archway(8, -306, 72, 2), '#5e3320'),
    path(
      archway(8, -294, 60, 2),
      linear(
        [
          [0, '#ffe9bd'],
          [1, '#f0b46a'],
        ],
        [0, 0, 0, 1],
      ),
    ),
    rect(5, -294, 6, 296, '#5e3320'),
    circle(-8, -124, 6, '#d9b36f'),
    circle(24, -124, 6, '#d9b36f'),
    roof(),
    place({ x: 8, y: -372, scale: 0.34 }, circle(0, 0, 118, '#fbf1e2'), eaveMark('#b4532a')),
    group(
      {},
      stroke('M-376 -318V-250', '#5e3320', 4),
      circle(-376, -224, 27, '#c8502b'),
      ellipse(-376, -224, 14, 27, '#dd6b3a'),
      rect(-388, -254, 24, 8, '#7a3a1e'),
      rect(-388, -201, 24, 8, '#7a3a1e'),
    ),
    group(
      {},
      stroke('M376 -318V-250', '#5e3320', 4),
      circle(376, -224, 27, '#c8502b'),
      ellipse(376, -224, 14, 27, '#dd6b3a'),
      rect(364, -254, 24, 8, '#7a3a1e'),
      rect(364, -201, 24, 8, '#7a3a1e'),
    ),
    place({ x: -200, y: 4 }, bench()),
  );
}

function roof(): Svg {
  const tiles = Array.from({ length: 23 }, (_, i) => {
    const t = i / 22;
    const x = -396 + t * 792;
    return stroke(`M${x * 0.74} -436L${x} -334`, '#4f3a31', 7, { opacity: 0.5 });
  });
  const eave =
    'M-462 -326C-420 -330 -400 -352 -330 -444H330C400 -352 420 -330 462 -326C440 -312 420 -310 396 -312H-396C-420 -310 -440 -312 -462 -326Z';
  return group(
    {},
    path(eave, '#6b5145'),
    clipped(eave, ...tiles),
    path(
      'M-462 -326C-440 -312 -420 -310 -396 -312H396C420 -310 440 -312 462 -326C440 -322 420 -322 396 -324H-396C-420 -322 -440 -322 -462 -326Z',
      '#8d6a55',
    ),
    path(box(-346, -458, 692, 20, 10), '#5a4338'),
  );
}

function machine(x: number): Svg {
  return group(
    {},
    rect(x - 62, -118, 124, 44, '#8d3f22', { rx: 6 }),
    rect(x - 56, -136, 112, 22, '#d8d3c8', { rx: 5 }),
    ...[-30, 0, 30].map((dx) => path(box(x + dx - 6, -112, 12, 16, 3), '#f2e8d8')),
    rect(x - 66, -76, 132, 6, '#5e3320'),
  );
}

function sitter(): Svg {
  return group(
    {},
    path(
      smooth(
        [
          [-46, 0],
          [-42, -60],
          [-18, -84],
          [18, -84],
          [42, -60],
          [46, 0],
        ],
        true,
        0.8,
      ),
      '#4c5f47',
    ),
    circle(0, -112, 29, '#e9bd96'),
    path(
      smooth(
        [
          [-31, -104],
          [-33, -130],
          [-12, -148],
          [16, -146],
          [33, -126],
          [31, -106],
          [22, -122],
          [-14, -126],
        ],
        true,
        0.9,
      ),
      '#3a2620',
    ),
    rect(-86, -12, 172, 12, '#8a5432'),
    path(box(-66, -36, 24, 24, 5), '#fbf1e2'),
  );
}

function bench(): Svg {
  return group(
    {},
    rect(-90, -46, 180, 12, '#7a4a2c', { rx: 4 }),
    rect(-90, -28, 180, 8, '#8d5836', { rx: 4 }),
    rect(-76, -20, 10, 22, '#5e3320'),
    rect(66, -20, 10, 22, '#5e3320'),
  );
}

function pottedTree(): Svg {
  const leaves: Point[] = [
    [0, -250],
    [-54, -206],
    [52, -210],
    [-28, -168],
    [36, -162],
    [-70, -150],
    [72, -154],
    [0, -200],
  ];
  return group(
    {},
    stroke('M0 -60C4 -110 -4 -140 0 -190', '#7a4a2c', 11),
    ...leaves.map(([x, y], i) =>
      path(pebble(x, y, 46 - (i % 3) * 5, 40 - (i % 2) * 4, 0.08, i), mix('#6f8b57', '#93a96f', (i % 4) / 4)),
    ),
    ...leaves.slice(0, 6).map(([x, y], i) => circle(x + 12, y - 8, 5, i % 2 ? '#f0b64e' : '#e9a63a')),
    path(
      rounded([
        [-54, -78, 8],
        [54, -78, 8],
        [40, 0, 10],
        [-40, 0, 10],
      ]),
      '#b4532a',
    ),
    path(
      rounded([
        [-60, -88, 6],
        [60, -88, 6],
        [58, -66, 6],
        [-58, -66, 6],
      ]),
      '#c8663a',
    ),
  );
}

function bicycle(): Svg {
  const wheel = (x: number): Svg =>
    group(
      {},
      circle(x, -62, 60, 'none', { stroke: '#4a3a30', 'stroke-width': 8 }),
      circle(x, -62, 7, '#4a3a30'),
      ...[0, 45, 90, 135].map((turn) =>
        place({ x, y: -62, turn }, stroke('M-56 0H56', '#6b5a4d', 2, { opacity: 0.6 })),
      ),
    );
  return group(
    {},
    wheel(-104),
    wheel(104),
    stroke('M-104 -62L-50 -152H64L104 -62M-50 -152L4 -62L64 -152M4 -62H-104', '#4c6b63', 9),
    stroke('M-50 -152L-60 -182M-82 -186H-42', '#4a3a30', 9),
    stroke('M64 -152L56 -196C70 -208 88 -204 94 -192', '#4a3a30', 8),
    path(
      rounded([
        [72, -172, 8],
        [140, -172, 8],
        [130, -118, 12],
        [82, -118, 12],
      ]),
      '#d0a56c',
    ),
    path(box(84, -206, 22, 40, 6), '#8aa07a'),
    path(box(106, -200, 20, 34, 6), '#e9c48c'),
  );
}

/** Herbs on the hills, and what is made of them on a stone in front. */
function herbMeadow(): Svg {
  const tuft = (x: number, y: number, scale: number, colour: Colour, turn = 0): Svg =>
    place({ x, y, scale, turn }, sprig(colour, 150));
  return group(
    {},
    sky('#d9e6dc', '#f4f0e0'),
    circle(1130, 200, 96, '#fff6dc', { opacity: 0.9 }),
    circle(1130, 200, 150, '#fff6dc', { opacity: 0.4 }),
    path(
      smooth(
        [
          [-40, 380],
          [200, 280],
          [430, 330],
          [700, 240],
          [980, 330],
          [1260, 270],
          [1540, 350],
          [1540, 800],
          [-40, 800],
        ],
        true,
        0.9,
      ),
      '#c6d5c2',
    ),
    path(
      smooth(
        [
          [-40, 470],
          [240, 390],
          [520, 440],
          [820, 360],
          [1120, 430],
          [1540, 380],
          [1540, 800],
          [-40, 800],
        ],
        true,
        0.9,
      ),
      '#a9c0a2',
    ),
    ...[
      [170, 440],
      [330, 452],
      [600, 428],
      [760, 404],
      [930, 410],
    ].map(([x = 0, y = 0], i) => path(pebble(x, y, 34 + (i % 3) * 8, 26 + (i % 2) * 6, 0.1, i), '#8fac88')),
    path(
      smooth(
        [
          [-40, 560],
          [300, 500],
          [640, 540],
          [960, 480],
          [1540, 520],
          [1540, 800],
          [-40, 800],
        ],
        true,
        0.9,
      ),
      '#8aa681',
    ),
    path(
      smooth(
        [
          [-40, 650],
          [360, 590],
          [760, 630],
          [1160, 580],
          [1540, 620],
          [1540, 800],
          [-40, 800],
        ],
        true,
        0.9,
      ),
      '#728f69',
    ),
    ...Array.from({ length: 15 }, (_, i) =>
      tuft(
        40 + i * 104 + (i % 3) * 18,
        690 + (i % 4) * 22,
        0.62 + (i % 3) * 0.12,
        i % 2 ? '#5f7c58' : '#86a37c',
        -14 + (i % 5) * 7,
      ),
    ),
    ...Array.from({ length: 12 }, (_, i) =>
      place(
        { x: 90 + i * 122 + (i % 4) * 22, y: 610 + ((i * 37) % 80) },
        flower(i % 3 ? '#fbf6e8' : '#f1d3c4', '#d9a94f', 13 + (i % 3) * 3),
      ),
    ),
    path(pebble(1110, 668, 350, 62, 0.03, 0.7), '#a9a698'),
    path(pebble(1104, 654, 344, 54, 0.03, 0.7), '#cfcbbb'),
    path(pebble(1060, 642, 220, 26, 0.05, 0.7), '#e0dccd', { opacity: 0.7 }),
    shadow(930, 646, 90, 14, 0.3),
    shadow(1070, 650, 110, 16, 0.3),
    shadow(1250, 652, 130, 16, 0.3),
    place(
      { x: 930, y: 640, scale: 0.94 },
      tallBottle('#eef4ef', '#4f6656', { ink: '#3f5346', mark: herbMark('#3f5346') }, '#cfe2d6'),
    ),
    place(
      { x: 1072, y: 648, scale: 0.98 },
      dropper('#a8682f', '#2f3f36', '#3d5145', { ink: '#3f5346', mark: herbMark('#3f5346') }),
    ),
    place(
      { x: 1272, y: 650, scale: 0.84 },
      jar('#f8f4ea', '#6f8469', { ink: '#3f5346', mark: herbMark('#3f5346') }),
    ),
    place(
      { x: 1186, y: 640, scale: 0.8, turn: 0 },
      tube('#f6f2e7', '#7d9078', { ink: '#3f5346', mark: herbMark('#3f5346') }),
    ),
    tuft(810, 700, 1.3, '#56744f', -16),
    tuft(1420, 716, 1.4, '#56744f', 14),
  );
}

/** A river city in the mist, clear only where it is seen through the glasses. */
function clearCity(): Svg {
  const frame = {
    rim: '#5d3a22' as Colour,
    rimWidth: 15,
    hinge: [190, -112] as Point,
    bridge: [-116, 24] as [number, number],
  };
  const at = { x: 990, y: 668, scale: 1.86 };
  const lens = (side: 1 | -1): string =>
    `M${at.x + side * 104 * at.scale - 82 * at.scale} ${at.y - 96 * at.scale}a${82 * at.scale} ${84 * at.scale} 0 1 0 ${164 * at.scale} 0a${82 * at.scale} ${84 * at.scale} 0 1 0 ${-164 * at.scale} 0Z`;
  return group(
    {},
    sky('#cfdbe4', '#eef0ec'),
    city('mist'),
    rect(
      0,
      600,
      COVER_WIDTH,
      160,
      linear(
        [
          [0, '#c9ac85'],
          [1, '#ab8a62'],
        ],
        [0, 0, 0, 1],
      ),
    ),
    rect(0, 600, COVER_WIDTH, 4, '#e6cda8'),
    shadow(1010, 690, 440, 26, 0.3),
    place(
      { x: 250, y: 700, scale: 0.9 },
      bookStack('#2f4b6e', '#3c5d86'),
      place({ x: 10, y: -50, scale: 0.9 }, bookStack('#a9603c', '#bd7249')),
      place(
        { x: -10, y: -98, scale: 0.62 },
        ceramicCup({ glaze: '#f3ebdf', clay: '#7f9aa8', drink: '#8a4f2c', saucer: false }),
      ),
    ),
    place({ x: 244, y: 486, scale: 0.8 }, steam(0, 0, 0.8)),
    clipped(lens(1), city('clear')),
    clipped(lens(-1), city('clear')),
    place(at, glasses({ lens: lensShapes.round, ...frame })),
  );
}

function city(view: 'mist' | 'clear'): Svg {
  const tones =
    view === 'clear'
      ? (['#f5d9a8', '#f9ead0', '#e2b98b', '#b4735a', '#4f7290', '#2f4b6e', '#f6c766'] as const)
      : (['#d3dee6', '#e9edec', '#c6d2da', '#bccad4', '#b3c3cf', '#aabcca', '#d9e2e6'] as const);
  const [skyTop, skyLow, far, warm, mid, near, light] = tones as readonly [
    Colour,
    Colour,
    Colour,
    Colour,
    Colour,
    Colour,
    Colour,
  ];
  const tower = (x: number, width: number, height: number, colour: Colour, windows = true): Svg =>
    group(
      {},
      rect(x, 600 - height, width, height, colour, { rx: 3 }),
      view === 'clear' && windows
        ? Array.from({ length: Math.floor(height / 30) - 1 }, (_, row) =>
            Array.from({ length: Math.floor(width / 22) }, (_unused, column) =>
              (row * 7 + column * 5 + x) % 3
                ? rect(x + 8 + column * 22, 600 - height + 16 + row * 30, 10, 14, light, {
                    opacity: 0.85,
                    rx: 1.5,
                  })
                : '',
            ).join(''),
          ).join('')
        : '',
    );
  const hill = smooth(
    [
      [-40, 600],
      [120, 420],
      [340, 470],
      [560, 380],
      [820, 460],
      [1080, 390],
      [1330, 450],
      [1540, 400],
      [1540, 620],
      [-40, 620],
    ],
    true,
    0.8,
  );
  return group(
    {},
    rect(
      0,
      0,
      COVER_WIDTH,
      600,
      linear(
        [
          [0, skyTop],
          [1, skyLow],
        ],
        [0, 0, 0, 1],
      ),
    ),
    circle(1190, 300, 60, light, { opacity: view === 'clear' ? 1 : 0.5 }),
    path(hill, far),
    ...[
      [560, 70, 210],
      [650, 54, 260],
      [724, 88, 180],
      [842, 60, 300],
      [930, 96, 220],
      [1046, 62, 340],
      [1122, 84, 240],
      [1226, 70, 190],
      [1310, 90, 260],
      [1416, 70, 200],
      [470, 76, 160],
      [60, 80, 150],
      [160, 60, 190],
      [360, 84, 130],
    ].map(([x = 0, w = 0, h = 0], i) => tower(x, w, h, [mid, warm, near][i % 3] ?? mid)),
    faded(
      1,
      path('M876 600L896 190L902 190L922 600Z', near),
      circle(899, 250, 20, warm),
      circle(899, 360, 28, warm),
      stroke('M899 190V130', near, 4),
    ),
    rect(0, 574, COVER_WIDTH, 30, view === 'clear' ? '#7fa9b8' : '#cbd8de'),
  );
}
