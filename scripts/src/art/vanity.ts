import { type Colour, darker, lighter, mix } from './colour.js';
import { box, oval, pebble, rounded, smooth, turned } from './outline.js';
import { body, roundness } from './stage.js';
import { circle, clipped, ellipse, faded, group, linear, path, place, stroke, type Svg } from './svg.js';

/** Bottles, tubes and jars. Each stands on y = 0 with its middle at x = 0. */

export interface Label {
  ink: Colour;
  mark: Svg;
}

function printed(y: number, width: number, { ink, mark }: Label, scale = 0.4): Svg {
  return group(
    {},
    place({ y: y - 34, scale }, mark),
    faded(
      0.75,
      path(box(-width / 2, y + 24, width, 6, 3), ink),
      path(box(-width / 3, y + 40, (width * 2) / 3, 5, 2), ink),
    ),
  );
}

/** The sign beside its lines, for bodies too low to print one under the other. */
function small({ ink, mark }: Label): Svg {
  return group(
    {},
    place({ x: -26, y: -4, scale: 0.24 }, mark),
    faded(0.75, path(box(8, -12, 44, 6, 3), ink), path(box(8, 2, 30, 5, 2), ink)),
  );
}

/** A tube standing on its cap. */
export function tube(skin: Colour, cap: Colour, label: Label): Svg {
  const sleeve = rounded([
    [-96, -330, 6],
    [96, -330, 6],
    [74, -58, 10],
    [-74, -58, 10],
  ]);
  return group(
    {},
    body(sleeve, skin, 0.85),
    path(
      rounded([
        [-97, -338, 4],
        [97, -338, 4],
        [94, -306, 4],
        [-94, -306, 4],
      ]),
      darker(skin, 0.1),
    ),
    ...Array.from({ length: 14 }, (_, i) =>
      stroke(`M${-84 + i * 13} -332V-312`, darker(skin, 0.24), 2, { opacity: 0.6 }),
    ),
    printed(-186, 74, label),
    body(
      turned(
        [
          [70, -62, 6],
          [66, -8, 10],
          [60, 0, 6],
        ],
        { sag: 8 },
      ),
      cap,
    ),
  );
}

/** A soft metal tube with a rolled end, lying upright on its little cap. */
export function metalTube(metal: Colour, cap: Colour, label: Label): Svg {
  const sleeve = smooth(
    [
      [-80, -296],
      [-60, -298],
      [60, -298],
      [80, -296],
      [74, -200],
      [66, -90],
      [54, -62],
      [-54, -62],
      [-66, -90],
      [-74, -200],
    ],
    true,
    0.35,
  );
  return group(
    {},
    body(sleeve, metal, 1.2),
    clipped(
      sleeve,
      stroke('M-70 -250C-40 -232 -62 -196 -44 -170', '#ffffff', 6, { opacity: 0.3 }),
      stroke('M62 -240C40 -214 60 -170 44 -140', '#2e1a12', 6, { opacity: 0.12 }),
    ),
    path(box(-86, -322, 172, 16, 4), darker(metal, 0.08)),
    path(box(-86, -308, 172, 14, 4), darker(metal, 0.2)),
    path(box(-58, -250, 116, 132, 8), lighter(metal, 0.65), { opacity: 0.92 }),
    printed(-188, 62, label, 0.34),
    path(
      rounded([
        [-50, -64, 6],
        [50, -64, 6],
        [26, -46, 4],
        [-26, -46, 4],
      ]),
      darker(metal, 0.12),
    ),
    body(
      turned(
        [
          [30, -48, 4],
          [34, -6, 8],
          [30, 0, 4],
        ],
        { sag: 4 },
      ),
      cap,
    ),
  );
}

/** A low pot with its lid on. */
export function jar(glass: Colour, lid: Colour, label: Label): Svg {
  const pot = turned(
    [
      [132, -112, 6],
      [134, -30, 30],
      [110, 0, 16],
    ],
    { sag: 12 },
  );
  return group(
    {},
    body(pot, glass),
    place({ y: -36 }, small(label)),
    body(
      turned(
        [
          [138, -182, 10],
          [140, -112, 8],
        ],
        { sag: 12 },
      ),
      lid,
    ),
    ellipse(0, -182, 138, 30, lighter(lid, 0.28)),
    ellipse(-10, -184, 104, 20, lighter(lid, 0.42), { opacity: 0.7 }),
  );
}

/** An open pot of balm; the lid leans beside it. */
export function openJar(glass: Colour, lid: Colour, balm: Colour, label: Label): Svg {
  return group(
    {},
    place(
      { x: 152, y: -4, turn: 14 },
      ellipse(0, -74, 92, 92, darker(lid, 0.25)),
      ellipse(-10, -76, 88, 90, lid),
      ellipse(-12, -76, 70, 72, lighter(lid, 0.25)),
    ),
    place(
      { x: -46 },
      body(
        turned(
          [
            [132, -112, 4],
            [134, -30, 30],
            [110, 0, 16],
          ],
          { sag: 12 },
        ),
        glass,
      ),
      place({ y: -36 }, small(label)),
      ellipse(0, -114, 132, 34, lighter(glass, 0.45)),
      ellipse(0, -114, 120, 28, darker(balm, 0.12)),
      clipped(
        oval(0, -114, 120, 28),
        path(
          smooth([
            [-116, -104],
            [-70, -124],
            [-10, -118],
            [34, -136],
            [90, -122],
            [120, -108],
            [60, -88],
            [-60, -88],
          ]),
          balm,
        ),
        stroke('M-40 -116C-8 -104 30 -108 62 -118', lighter(balm, 0.6), 6),
      ),
    ),
  );
}

export function tallBottle(glass: Colour, cap: Colour, label: Label, level?: Colour): Svg {
  const flask = turned(
    [
      [34, -318, 2],
      [36, -300, 6],
      [82, -262, 30],
      [84, -18, 18],
      [72, 0, 10],
    ],
    { sag: 9 },
  );
  return group(
    {},
    path(flask, glass),
    level
      ? clipped(flask, path(box(-100, -226, 200, 250), level), ellipse(0, -226, 84, 12, lighter(level, 0.4)))
      : '',
    path(flask, roundness(1)),
    printed(-130, 76, label, 0.42),
    body(
      turned(
        [
          [46, -392, 10],
          [48, -316, 6],
        ],
        { sag: 7 },
      ),
      cap,
    ),
    ellipse(0, -391, 45, 9, lighter(cap, 0.3)),
  );
}

export function dropper(glass: Colour, collar: Colour, bulb: Colour, label: Label): Svg {
  const flask = turned(
    [
      [34, -190, 2],
      [36, -172, 8],
      [86, -146, 34],
      [88, -20, 22],
      [74, 0, 12],
    ],
    { sag: 9 },
  );
  return group(
    {},
    path(flask, glass),
    clipped(flask, path(box(-6, -190, 12, 150, 6), '#ffffff', { opacity: 0.3 })),
    path(flask, roundness(1.1)),
    path(box(-60, -118, 120, 92, 6), '#fbf7ee'),
    place({ y: -64 }, small(label)),
    body(
      turned(
        [
          [42, -236, 6],
          [44, -186, 5],
        ],
        { sag: 6 },
      ),
      collar,
    ),
    ...[-28, -14, 0, 14, 28].map((x) => stroke(`M${x} -228V-190`, darker(collar, 0.3), 2, { opacity: 0.5 })),
    body(
      turned(
        [
          [20, -322, 18],
          [30, -262, 18],
          [24, -234, 4],
        ],
        { sag: 4 },
      ),
      bulb,
    ),
  );
}

export function pumpBottle(shell: Colour, pump: Colour, label: Label): Svg {
  const flask = turned(
    [
      [100, -262, 34],
      [104, -20, 22],
      [92, 0, 12],
    ],
    { sag: 10 },
  );
  return group(
    {},
    path('M-6 -352H-66Q-86 -350 -88 -328', 'none', {
      stroke: pump,
      'stroke-width': 18,
      'stroke-linecap': 'round',
    }),
    path(box(-16, -362, 62, 26, 10), lighter(pump, 0.1)),
    body(
      turned(
        [
          [10, -344],
          [10, -296],
        ],
        {},
      ),
      darker(pump, 0.1),
    ),
    body(
      turned(
        [
          [34, -302, 8],
          [38, -262, 4],
        ],
        { sag: 5 },
      ),
      pump,
    ),
    body(flask, shell),
    path(box(-70, -206, 140, 150, 8), lighter(shell, 0.55)),
    printed(-132, 84, label, 0.46),
  );
}

/** A flat, rounded flask, for the sun. */
export function sunFlask(shell: Colour, cap: Colour, sun: Colour): Svg {
  const flask = rounded([
    [-86, -268, 44],
    [86, -268, 44],
    [106, -150, 90],
    [96, -14, 34],
    [80, 0, 16],
    [-80, 0, 16],
    [-96, -14, 34],
    [-106, -150, 90],
  ]);
  const rays = Array.from({ length: 10 }, (_, i) =>
    place({ turn: i * 36 }, path(box(-4, -56, 8, 16, 4), sun)),
  );
  return group(
    {},
    body(flask, shell, 0.9),
    place({ y: -152 }, circle(0, 0, 30, sun), ...rays),
    faded(0.8, path(box(-34, -66, 68, 7, 3), sun), path(box(-22, -50, 44, 6, 3), sun)),
    body(
      turned(
        [
          [44, -322, 12],
          [48, -264, 6],
        ],
        { sag: 6 },
      ),
      cap,
    ),
  );
}

export function maskSachet(foil: Colour, ink: Colour, mark: Svg): Svg {
  return group(
    {},
    path(
      rounded([
        [-100, -300, 8],
        [100, -300, 8],
        [100, 0, 8],
        [-100, 0, 8],
      ]),
      foil,
    ),
    path(
      rounded([
        [-100, -300, 8],
        [100, -300, 8],
        [100, 0, 8],
        [-100, 0, 8],
      ]),
      linear(
        [
          [0, '#ffffff', 0.3],
          [0.3, '#ffffff', 0],
          [0.7, '#2e1a12', 0.02],
          [1, '#2e1a12', 0.16],
        ],
        [0, 0, 1, 0.5],
      ),
    ),
    path(box(-100, -300, 200, 24, 6), darker(foil, 0.12)),
    path('M-100 -268L-92 -262L-100 -256Z', '#ffffff', { opacity: 0.7 }),
    place({ y: -158 }, faceMask()),
    place({ y: -52, scale: 0.3 }, mark),
    path(box(-32, -20, 64, 5, 2), ink, { opacity: 0.6 }),
  );
}

function faceMask(): Svg {
  return group(
    {},
    path(
      smooth([
        [0, -92],
        [48, -78],
        [66, -30],
        [58, 28],
        [30, 68],
        [0, 80],
        [-30, 68],
        [-58, 28],
        [-66, -30],
        [-48, -78],
      ]),
      '#fffaf0',
      { opacity: 0.95 },
    ),
    ellipse(-26, -22, 15, 8, '#c9d3c0'),
    ellipse(26, -22, 15, 8, '#c9d3c0'),
    ellipse(0, 42, 18, 8, '#c9d3c0'),
    stroke('M-4 8C0 14 4 14 8 10', '#d7ddcf', 4),
  );
}

export function lipBalm(shell: Colour, balm: Colour, label: Label): Svg {
  return group(
    {},
    place(
      { x: -44 },
      body(
        turned(
          [
            [26, -236, 26],
            [28, -170, 2],
          ],
          { sag: 4 },
        ),
        balm,
      ),
      ellipse(6, -228, 12, 18, lighter(balm, 0.5), { opacity: 0.7 }),
      body(
        turned(
          [
            [34, -178, 4],
            [34, -150, 2],
          ],
          { sag: 5 },
        ),
        '#efe6d6',
      ),
      body(
        turned(
          [
            [42, -156, 4],
            [42, -6, 6],
            [38, 0, 4],
          ],
          { sag: 6 },
        ),
        shell,
      ),
      printed(-82, 42, label, 0.24),
    ),
    place(
      { x: 62 },
      body(
        turned(
          [
            [42, -130, 10],
            [43, 0, 4],
          ],
          { sag: 6 },
        ),
        darker(shell, 0.12),
      ),
      ellipse(0, -129, 41, 8, lighter(shell, 0.12)),
    ),
  );
}

/** A see-through travel pouch; the small things stand in it. */
export function travelPouch(edge: Colour, ...inside: Svg[]): Svg {
  const bag = rounded([
    [-176, -252, 26],
    [176, -252, 26],
    [196, -20, 40],
    [180, 0, 22],
    [-180, 0, 22],
    [-196, -20, 40],
  ]);
  return group(
    {},
    path(bag, mix(edge, '#ffffff', 0.75)),
    clipped(bag, ...inside),
    path(
      bag,
      linear(
        [
          [0, '#ffffff', 0.5],
          [0.2, '#ffffff', 0.12],
          [0.3, '#ffffff', 0.38],
          [0.4, '#ffffff', 0.06],
          [1, '#2e1a12', 0.1],
        ],
        [0, 0, 1, 0.3],
      ),
      { stroke: edge, 'stroke-width': 9 },
    ),
    path(
      rounded([
        [-182, -262, 10],
        [182, -262, 10],
        [182, -234, 10],
        [-182, -234, 10],
      ]),
      edge,
    ),
    stroke('M-164 -248H164', lighter(edge, 0.5), 5, { 'stroke-dasharray': '6 5' }),
    path(box(112, -256, 18, 56, 6), '#d9b36f'),
  );
}

export function cottonPads(): Svg {
  const pad = (y: number): Svg =>
    group({}, ellipse(0, y + 5, 62, 17, '#e3dccd'), ellipse(0, y, 62, 17, '#fffdf7'));
  return group({}, pad(0), pad(-13), pad(-26), stroke('M-34 -28C-16 -22 14 -22 34 -28', '#ebe4d6', 3));
}

export function stone(rx: number, ry: number, colour: Colour): Svg {
  return group(
    {},
    path(pebble(0, 0, rx, ry, 0.04, 0.8), darker(colour, 0.16)),
    path(pebble(-rx * 0.04, -ry * 0.14, rx * 0.94, ry * 0.82, 0.04, 0.8), colour),
    path(pebble(-rx * 0.2, -ry * 0.4, rx * 0.5, ry * 0.3, 0.06), lighter(colour, 0.4), { opacity: 0.55 }),
  );
}

export function drop(size: number, colour: Colour): Svg {
  return place(
    { scale: size / 40 },
    path('M0 -40C22 -8 28 4 28 16A28 28 0 0 1 -28 16C-28 4 -22 -8 0 -40Z', colour),
    path('M-14 14C-14 4 -8 -8 -2 -16C-10 4 -6 18 2 28C-8 28 -14 22 -14 14Z', '#ffffff', { opacity: 0.6 }),
  );
}

/** A soft band worn in the hair while washing, with its bow. */
export function headband(cloth: Colour): Svg {
  return group(
    {},
    path(
      'M-170 -40C-170 -170 170 -170 170 -40C170 -6 120 -2 112 -40C100 -106 -100 -106 -112 -40C-120 -2 -170 -6 -170 -40Z',
      darker(cloth, 0.12),
    ),
    path(
      'M-166 -44C-160 -176 160 -176 166 -44C160 -20 130 -18 124 -44C108 -128 -108 -128 -124 -44C-130 -18 -160 -20 -166 -44Z',
      cloth,
    ),
    path('M0 -146C-34 -210 -118 -226 -112 -172C-108 -130 -50 -122 0 -140Z', lighter(cloth, 0.12)),
    path('M0 -146C34 -210 118 -226 112 -172C108 -130 50 -122 0 -140Z', darker(cloth, 0.06)),
    path(pebble(0, -144, 24, 22, 0.05), lighter(cloth, 0.22)),
    stroke('M-22 -150C-50 -166 -76 -176 -92 -174M22 -150C50 -166 76 -176 92 -174', darker(cloth, 0.2), 4, {
      opacity: 0.5,
    }),
  );
}
