import { type Colour, darker, lighter } from './colour.js';
import { box, pebble, rounded, turned } from './outline.js';
import { body, roundness } from './stage.js';
import { circle, clipped, ellipse, faded, group, linear, path, place, stroke, type Svg } from './svg.js';

/** Bags, boxes and cartons. Each stands on y = 0 with its middle at x = 0. */

/** A coffee bag, its top rolled down under a tin tie, 270 wide and 360 high. */
export function coffeeBag(paper: Colour, label: Colour, art: Svg): Svg {
  const pouch = rounded([
    [-120, -330, 4],
    [120, -330, 4],
    [133, -24, 20],
    [124, 0, 12],
    [-124, 0, 12],
    [-133, -24, 20],
  ]);
  return group(
    {},
    path(pouch, paper),
    clipped(
      pouch,
      path('M-140 -340L-96 -330L-84 -230L-100 -60L-140 10Z', darker(paper, 0.42), { opacity: 0.4 }),
      path('M140 -340L92 -330L84 -240L102 -60L140 10Z', darker(paper, 0.6), { opacity: 0.42 }),
      path('M-84 -326L-30 -300L30 -312L84 -326L60 -288L-20 -280L-70 -296Z', '#ffffff', { opacity: 0.13 }),
    ),
    path(pouch, roundness(0.5)),
    path(
      rounded([
        [-128, -372, 5],
        [128, -372, 5],
        [124, -324, 5],
        [-124, -324, 5],
      ]),
      lighter(paper, 0.1),
    ),
    path(
      rounded([
        [-128, -372, 5],
        [128, -372, 5],
        [124, -324, 5],
        [-124, -324, 5],
      ]),
      roundness(0.5),
    ),
    stroke('M-122 -324H122', darker(paper, 0.5), 4, { opacity: 0.5 }),
    path(
      rounded([
        [-150, -354, 5],
        [150, -354, 5],
        [150, -340, 5],
        [-150, -340, 5],
      ]),
      '#e2c08d',
    ),
    path(
      rounded([
        [-150, -354, 5],
        [-128, -354, 2],
        [-128, -324, 5],
        [-150, -328, 5],
      ]),
      '#c99f66',
    ),
    path(
      rounded([
        [150, -354, 5],
        [128, -354, 2],
        [128, -324, 5],
        [150, -328, 5],
      ]),
      '#b98d55',
    ),
    circle(0, -292, 11, darker(paper, 0.3)),
    circle(0, -292, 5, darker(paper, 0.55)),
    path(box(-84, -254, 168, 204, 8), label),
    clipped(box(-84, -254, 168, 204, 8), place({ y: -160 }, art)),
    faded(
      0.65,
      path(box(-54, -86, 108, 7, 3), darker(paper, 0.35)),
      path(box(-34, -70, 68, 6, 3), darker(paper, 0.35)),
    ),
  );
}

export function carton(front: Colour, width: number, height: number, art: Svg, depth = 54): Svg {
  const w = width / 2;
  return group(
    {},
    path(
      rounded([
        [w, -height, 2],
        [w + depth, -height - depth * 0.42, 4],
        [w + depth, -depth * 0.42, 4],
        [w, 0, 2],
      ]),
      darker(front, 0.28),
    ),
    path(
      rounded([
        [-w, -height, 4],
        [-w + depth, -height - depth * 0.42, 4],
        [w + depth, -height - depth * 0.42, 4],
        [w, -height, 2],
      ]),
      lighter(front, 0.3),
    ),
    path(box(-w, -height, width, height, 5), front),
    path(
      box(-w, -height, width, height, 5),
      linear([
        [0, '#ffffff', 0.2],
        [0.5, '#ffffff', 0],
        [1, '#2e1a12', 0.08],
      ]),
    ),
    clipped(box(-w, -height, width, height, 5), place({ y: -height / 2 }, art)),
  );
}

/** A flat sealed sachet with crimped ends, 120 wide and 180 high. */
export function sachet(foil: Colour, ink: Colour, mark: Svg): Svg {
  const crimp = (y: number): Svg =>
    group(
      {},
      path(box(-60, y, 120, 20, 3), darker(foil, 0.1)),
      ...Array.from({ length: 11 }, (_, i) =>
        stroke(`M${-50 + i * 10} ${y + 4}V${y + 16}`, darker(foil, 0.24), 2),
      ),
    );
  return group(
    {},
    path(box(-60, -180, 120, 180, 5), foil),
    path(box(-60, -180, 120, 180, 5), roundness(0.4)),
    crimp(-180),
    crimp(-20),
    place({ y: -98, scale: 0.44 }, mark),
    path(box(-28, -44, 56, 5, 2), ink, { opacity: 0.6 }),
  );
}

/** Canvas bag with two handles. */
export function toteBag(cloth: Colour, art: Svg): Svg {
  const bag = rounded([
    [-150, -268, 8],
    [150, -268, 8],
    [164, -20, 26],
    [150, 0, 16],
    [-150, 0, 16],
    [-164, -20, 26],
  ]);
  return group(
    {},
    stroke('M-74 -262C-84 -430 84 -430 74 -262', darker(cloth, 0.22), 19),
    path(bag, cloth),
    path(bag, roundness(0.55)),
    stroke('M-78 -258C-92 -410 92 -410 78 -258', darker(cloth, 0.06), 19),
    path(box(-90, -266, 26, 46, 4), darker(cloth, 0.06)),
    path(box(64, -266, 26, 46, 4), darker(cloth, 0.06)),
    stroke('M-146 -250H146', darker(cloth, 0.2), 3, { 'stroke-dasharray': '9 8', opacity: 0.8 }),
    place({ y: -126 }, art),
    stroke('M-120 -30C-110 -70 -128 -100 -116 -140', darker(cloth, 0.2), 4, { opacity: 0.3 }),
    stroke('M126 -20C112 -60 130 -90 122 -120', darker(cloth, 0.2), 4, { opacity: 0.3 }),
  );
}

/** A voucher: a strip of card with notches and a tear line, its picture on the left. */
export function ticket(card: Colour, ink: Colour, art: Svg): Svg {
  const [w, h] = [250, 128];
  const outline = `M${-w + 18} ${-h}H${w - 18}Q${w} ${-h} ${w} ${-h + 18}V-30A30 30 0 0 0 ${w} 30V${h - 18}Q${w} ${h} ${w - 18} ${h}H${-w + 18}Q${-w} ${h} ${-w} ${h - 18}V30A30 30 0 0 0 ${-w} -30V${-h + 18}Q${-w} ${-h} ${-w + 18} ${-h}Z`;
  return group(
    {},
    place({ x: 8, y: 14 }, path(outline, '#3a2013', { opacity: 0.16 })),
    path(outline, card),
    clipped(outline, path(box(60, -h, 220, h * 2), ink)),
    path(box(-w + 20, -h + 20, 270, h * 2 - 40, 10), 'none', {
      stroke: ink,
      'stroke-width': 3,
      opacity: 0.4,
    }),
    stroke(`M60 ${-h + 14}V${h - 14}`, lighter(card, 0.6), 5, { 'stroke-dasharray': '2 15' }),
    place({ x: -94 }, art),
    place({ x: 152 }, sunburst(lighter(card, 0.3))),
  );
}

function sunburst(colour: Colour): Svg {
  const rays = Array.from({ length: 12 }, (_, i) =>
    place({ turn: i * 30 }, path(box(-5, -66, 10, 24, 5), colour)),
  );
  return group({ opacity: 0.9 }, circle(0, 0, 32, colour), ...rays);
}

export function ribbon(colour: Colour): Svg {
  return group(
    {},
    path('M0 0C-30 -46 -86 -46 -84 -12C-82 20 -34 18 0 0Z', colour),
    path('M0 0C30 -46 86 -46 84 -12C82 20 34 18 0 0Z', darker(colour, 0.12)),
    path('M-8 2L-44 62L-26 58L-18 74L8 8Z', darker(colour, 0.16)),
    path('M8 2L44 62L26 58L18 74L-8 8Z', darker(colour, 0.22)),
    path(pebble(0, 0, 17, 15, 0.05), lighter(colour, 0.1)),
  );
}

export function candleJar(glass: Colour, wax: Colour): Svg {
  const jar = turned(
    [
      [92, -190, 6],
      [92, -20, 26],
      [78, 0, 10],
    ],
    { sag: 10 },
  );
  return group(
    {},
    body(jar, glass, 0.9),
    ellipse(0, -190, 92, 22, lighter(glass, 0.3)),
    ellipse(0, -187, 82, 17, wax),
    stroke('M0 -188V-206', '#4a3a30', 5),
    path('M0 -262C22 -234 16 -208 0 -204C-16 -208 -22 -234 0 -262Z', '#f3b04a'),
    path('M0 -238C10 -224 8 -212 0 -208C-8 -212 -10 -224 0 -238Z', '#fff1c9'),
  );
}
