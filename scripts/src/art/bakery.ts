import { type Colour, darker, lighter, mix } from './colour.js';
import { box, oval, pebble, rounded, smooth, type Point } from './outline.js';
import { plate } from './cups.js';
import { circle, clipped, ellipse, faded, group, linear, path, place, stroke, type Svg } from './svg.js';

/** What the oven gives. Each stands on y = 0 with its middle at x = 0. */

const CRUST: Colour = '#d08f45';

export function croissant(): Svg {
  /** Rolls from the tips to the middle, so that the middle one lies on top. */
  const roll = (x: number, y: number, turn: number, w: number, h: number, tone: Colour): Svg => {
    const shape = pebble(0, 0, w, h, 0.03, 0.9);
    return place(
      { x, y, turn },
      path(shape, darker(tone, 0.3)),
      place({ x: -3, y: -4, scale: 0.965 }, path(shape, tone)),
      clipped(shape, faded(0.5, ellipse(-w * 0.25, -h * 0.42, w * 0.62, h * 0.32, lighter(tone, 0.45)))),
      stroke(
        `M${-w * 0.42} ${-h * 0.6}C${-w * 0.1} ${-h * 0.1} ${-w * 0.1} ${h * 0.3} ${-w * 0.36} ${h * 0.72}`,
        darker(tone, 0.2),
        4,
        { opacity: 0.55 },
      ),
      stroke(
        `M${w * 0.34} ${-h * 0.66}C${w * 0.54} ${-h * 0.1} ${w * 0.5} ${h * 0.3} ${w * 0.26} ${h * 0.76}`,
        darker(tone, 0.2),
        4,
        { opacity: 0.45 },
      ),
    );
  };
  return group(
    {},
    plate('#efe6d8', 250),
    place(
      { y: -14 },
      roll(-182, -32, -58, 50, 34, '#c17f38'),
      roll(184, -34, 58, 50, 34, '#b97732'),
      roll(-140, -72, -40, 66, 58, '#cb8a40'),
      roll(142, -74, 40, 66, 58, '#c3813a'),
      roll(-78, -104, -18, 74, 78, '#d5964b'),
      roll(80, -106, 18, 74, 78, '#cb8a42'),
      roll(0, -116, 0, 74, 92, '#dda153'),
    ),
    ...saltFlakes(),
  );
}

function saltFlakes(): Svg[] {
  const spots: Point[] = [
    [-28, -196],
    [22, -188],
    [58, -178],
    [-70, -170],
    [4, -168],
    [-108, -130],
    [112, -138],
    [90, -168],
    [-46, -150],
    [36, -146],
  ];
  return spots.map(([x, y], i) => place({ x, y, turn: i * 37 }, path(box(-5, -4, 10, 8, 2), '#fffdf6')));
}

/** A wedge of burnt-top cheesecake, its cut side to us. */
export function basqueSlice(topping: Svg = ''): Svg {
  return group(
    {},
    plate('#e7ddd0', 236),
    place(
      { y: -14 },
      path(
        rounded([
          [-176, -118, 16],
          [150, -150, 16],
          [164, -16, 14],
          [-164, 6, 14],
        ]),
        '#f3d48f',
      ),
      path(
        rounded([
          [-176, -118, 16],
          [150, -150, 16],
          [164, -16, 14],
          [-164, 6, 14],
        ]),
        linear([
          [0, '#fff2cf', 0.6],
          [0.6, '#fff2cf', 0],
          [1, '#b0702b', 0.22],
        ]),
      ),
      faded(
        0.5,
        circle(-90, -60, 6, '#e2bb6e'),
        circle(-30, -34, 5, '#e2bb6e'),
        circle(40, -76, 6, '#e2bb6e'),
        circle(92, -44, 5, '#e2bb6e'),
        circle(-120, -26, 4, '#e2bb6e'),
        circle(10, -104, 4, '#e2bb6e'),
      ),
      path(
        smooth(
          [
            [-180, -122],
            [-120, -166],
            [-10, -204],
            [70, -216],
            [120, -200],
            [154, -150],
            [60, -134],
            [-60, -124],
            [-130, -112],
          ],
          true,
          0.8,
        ),
        '#7a4220',
      ),
      path(
        smooth(
          [
            [-160, -128],
            [-100, -162],
            [-6, -194],
            [64, -204],
            [108, -190],
            [134, -158],
            [50, -146],
            [-60, -134],
          ],
          true,
          0.8,
        ),
        '#9a5a2b',
      ),
      path(
        smooth(
          [
            [-120, -138],
            [-60, -164],
            [10, -186],
            [58, -190],
            [70, -176],
            [10, -160],
            [-50, -144],
          ],
          true,
          0.8,
        ),
        '#b8763c',
        { opacity: 0.75 },
      ),
      path('M150 -150L164 -16', 'none', { stroke: '#d9aa5e', 'stroke-width': 5, 'stroke-linecap': 'round' }),
      topping,
    ),
  );
}

export function cinnamonRoll(): Svg {
  const spiral = spiralPath(0, -104, 20, 118, 2.6, 0.62);
  return group(
    {},
    plate('#efe4d6', 232),
    place(
      { y: -12 },
      path(
        rounded([
          [-156, -108, 60],
          [156, -108, 60],
          [150, -20, 50],
          [110, 4, 30],
          [-110, 4, 30],
          [-150, -20, 50],
        ]),
        darker(CRUST, 0.16),
      ),
      path(pebble(0, -104, 160, 98, 0.02, 1), CRUST),
      path(pebble(-6, -110, 146, 86, 0.02, 1), lighter(CRUST, 0.24)),
      stroke(spiral, '#8a4f24', 17),
      stroke(spiral, '#a8662f', 7, { opacity: 0.75 }),
      path(
        smooth(
          [
            [-136, -128],
            [-96, -172],
            [-20, -190],
            [64, -182],
            [128, -146],
            [140, -104],
            [112, -76],
            [104, -36],
            [84, -40],
            [80, -82],
            [40, -66],
            [30, -18],
            [10, -20],
            [0, -70],
            [-44, -78],
            [-58, -40],
            [-78, -44],
            [-80, -84],
            [-122, -92],
          ],
          true,
          0.9,
        ),
        '#fff8ec',
        { opacity: 0.9 },
      ),
      stroke(spiralPath(0, -118, 16, 84, 1.7, 0.6), '#ead7ba', 7, { opacity: 0.9 }),
      faded(
        0.7,
        ...[
          [-90, -140],
          [-40, -168],
          [30, -164],
          [84, -136],
          [10, -130],
          [-60, -112],
          [60, -108],
        ].map(([x = 0, y = 0], i) => circle(x, y, 3 + (i % 2), '#b06d34')),
      ),
    ),
    place({ x: 158, y: 4, turn: -14 }, cinnamonStick()),
  );
}

function spiralPath(cx: number, cy: number, from: number, to: number, turns: number, flat: number): string {
  const steps = Math.round(turns * 16);
  return smooth(
    Array.from({ length: steps + 1 }, (_, i) => {
      const t = i / steps;
      const angle = t * turns * 2 * Math.PI;
      const r = from + (to - from) * t;
      return [cx + r * Math.cos(angle), cy + r * flat * Math.sin(angle)] as const;
    }),
    false,
  );
}

export function cinnamonStick(): Svg {
  return group(
    {},
    path(box(-86, -15, 172, 30, 12), '#8d5128'),
    path(box(-86, -15, 172, 12, 6), '#a9693a'),
    ellipse(86, 0, 8, 15, '#6e3d1c'),
    ellipse(86, -2, 4, 8, '#a9693a'),
  );
}

/** A pressed ciabatta sandwich cut open: ham, cheese, leaf. */
export function sandwich(): Svg {
  const crumb = '#e9c48c';
  return group(
    {},
    path(pebble(0, -4, 262, 40, 0.02, 0.5), '#8c5c38'),
    path(pebble(0, -14, 262, 40, 0.02, 0.5), '#a97348'),
    stroke('M-226 -16C-120 -34 40 0 216 -22', '#8c5c38', 3, { opacity: 0.5 }),
    stroke('M-190 2C-80 -10 60 16 190 -2', '#8c5c38', 3, { opacity: 0.4 }),
    place(
      { y: -24 },
      path(
        rounded([
          [-196, -64, 24],
          [196, -64, 24],
          [204, -8, 26],
          [176, 4, 16],
          [-176, 4, 16],
          [-204, -8, 26],
        ]),
        crumb,
      ),
      path(
        rounded([
          [-204, -26, 16],
          [204, -26, 16],
          [200, -4, 22],
          [176, 6, 16],
          [-176, 6, 16],
          [-200, -4, 22],
        ]),
        darker(CRUST, 0.04),
      ),
      path(
        smooth(
          [
            [-206, -70],
            [-150, -52],
            [-100, -62],
            [-50, -46],
            [0, -60],
            [56, -46],
            [110, -60],
            [160, -50],
            [208, -70],
            [180, -92],
            [-180, -92],
          ],
          true,
          0.9,
        ),
        '#7f9c55',
      ),
      path(
        smooth(
          [
            [-198, -84],
            [-120, -66],
            [-30, -78],
            [60, -66],
            [140, -80],
            [200, -84],
            [180, -104],
            [-180, -104],
          ],
          true,
          0.9,
        ),
        '#e39a8b',
      ),
      path(
        smooth(
          [
            [-190, -96],
            [-100, -84],
            [0, -92],
            [100, -82],
            [190, -96],
            [180, -114],
            [-180, -114],
          ],
          true,
          0.9,
        ),
        '#cf7d70',
      ),
      path('M-194 -112H194L150 -82L112 -110L40 -78L6 -110L-90 -82L-132 -110Z', '#f2bf4b'),
      path(
        rounded([
          [-190, -176, 60],
          [190, -176, 60],
          [206, -122, 22],
          [192, -108, 10],
          [-192, -108, 10],
          [-206, -122, 22],
        ]),
        crumb,
      ),
      path(
        rounded([
          [-176, -198, 70],
          [176, -198, 70],
          [208, -134, 26],
          [196, -126, 6],
          [-196, -126, 6],
          [-208, -134, 26],
        ]),
        CRUST,
      ),
      path(
        rounded([
          [-166, -196, 60],
          [150, -198, 60],
          [184, -150, 26],
          [-190, -148, 26],
        ]),
        lighter(CRUST, 0.2),
        { opacity: 0.8 },
      ),
      ...[-120, -60, 0, 60, 120].map((x) =>
        stroke(`M${x - 16} -190C${x - 4} -176 ${x + 2} -160 ${x + 4} -144`, darker(CRUST, 0.42), 10, {
          opacity: 0.55,
        }),
      ),
    ),
  );
}

export function brownie(): Svg {
  const slab = (x: number, y: number, scale: number): Svg =>
    place(
      { x, y, scale },
      path(
        rounded([
          [-150, -96, 8],
          [96, -72, 8],
          [96, 0, 12],
          [-150, -16, 12],
        ]),
        '#4d2a1b',
      ),
      path(
        rounded([
          [96, -72, 8],
          [160, -120, 8],
          [160, -42, 12],
          [96, 0, 12],
        ]),
        '#3a1e13',
      ),
      path(
        rounded([
          [-150, -96, 14],
          [-76, -146, 14],
          [160, -122, 14],
          [96, -70, 14],
        ]),
        '#6b3c26',
      ),
      path(
        rounded([
          [-128, -98, 12],
          [-70, -136, 12],
          [130, -118, 12],
          [84, -80, 12],
        ]),
        '#7d4a30',
        { opacity: 0.75 },
      ),
      ...[
        [-120, -60],
        [-60, -40],
        [0, -56],
        [50, -30],
        [-20, -22],
        [-96, -34],
      ].map(([cx = 0, cy = 0]) => ellipse(cx, cy, 7, 5, '#6b3c26')),
    );
  const walnut = (x: number, y: number, turn: number): Svg =>
    place(
      { x, y, turn },
      path(pebble(0, 0, 24, 17, 0.14, 2), '#d7a566'),
      stroke('M-18 2C-8 -8 -4 8 4 -2C10 -8 14 4 20 0', '#a9743a', 4),
      path(pebble(-6, -6, 9, 5, 0.1), '#ecc68f', { opacity: 0.8 }),
    );
  return group(
    {},
    plate('#e6d9ca', 240),
    place(
      { y: -18 },
      slab(-4, 0, 1),
      slab(0, -92, 0.92),
      walnut(-58, -200, -12),
      walnut(14, -204, 24),
      walnut(76, -192, -6),
      walnut(-6, -182, 60),
    ),
    place({ x: -190, y: -14 }, walnut(0, 0, 20)),
  );
}

export function cookieTin(tin: Colour, mark: Svg): Svg {
  const biscuit = (x: number, y: number, tone: Colour): Svg =>
    place(
      { x, y },
      ellipse(0, 0, 62, 24, darker(tone, 0.2)),
      ellipse(0, -6, 62, 23, tone),
      ...[
        [-24, -8],
        [8, -14],
        [26, -2],
        [-4, 2],
      ].map(([cx = 0, cy = 0]) => ellipse(cx, cy, 7, 4, '#6b3c26')),
    );
  return group(
    {},
    ellipse(0, -4, 176, 34, darker(tin, 0.35)),
    path('M-176 -120V-6A176 34 0 0 0 176 -6V-120Z', tin),
    path(
      'M-176 -120V-6A176 34 0 0 0 176 -6V-120Z',
      linear([
        [0, '#2e1a12', 0.16],
        [0.25, '#ffffff', 0.24],
        [0.5, '#ffffff', 0],
        [1, '#2e1a12', 0.28],
      ]),
    ),
    place({ y: -28, scale: 0.44 }, mark),
    ellipse(0, -120, 176, 46, lighter(tin, 0.35)),
    ellipse(0, -118, 164, 40, darker(tin, 0.4)),
    clipped(
      oval(0, -140, 164, 62),
      biscuit(-78, -122, '#d9a45c'),
      biscuit(66, -128, '#cf9650'),
      biscuit(-8, -112, mix('#d9a45c', '#fff1d8', 0.3)),
      biscuit(-20, -140, '#d39c55'),
    ),
  );
}
