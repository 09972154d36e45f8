import { flower, herbMark, sprig } from './marks.js';
import { FLOOR, shadow, stage, standing } from './stage.js';
import { circle, ellipse, group, path, type Picture, place, stroke, type Svg } from './svg.js';
import {
  cottonPads,
  drop,
  dropper,
  jar,
  type Label,
  lipBalm,
  maskSachet,
  metalTube,
  openJar,
  pumpBottle,
  stone,
  sunFlask,
  tallBottle,
  travelPouch,
  tube,
} from './vanity.js';
import { smooth, turned } from './outline.js';
import { body } from './stage.js';

/** 蘅野: quiet bottles among herbs, stones and water. */

const INK = '#3f5346';
const printed: Label = { ink: INK, mark: herbMark(INK) };
const pale: Label = { ink: '#f6f1e4', mark: herbMark('#f6f1e4') };
const herb = (x: number, y: number, turn: number, length = 150, colour: `#${string}` = '#7f9474'): Svg =>
  place({ x, y, turn }, sprig(colour, length));

export const carePictures = {
  'care-cleanser': () =>
    stage(
      { wall: '#e3e8dc', table: '#cbc3b0', motif: 'arch', motifColour: '#eff2ea' },
      shadow(385, FLOOR + 4, 100, 22),
      herb(490, 640, 32, 190),
      standing(375, FLOOR, tube('#f6f2e7', '#7d9078', printed)),
      place({ x: 214, y: 646 }, lather()),
    ),
  'care-balm': () =>
    stage(
      { wall: '#efe3d4', table: '#d3bfa6', motif: 'pebble', motifColour: '#f7efe4' },
      shadow(385, FLOOR + 6, 210, 28),
      standing(370, FLOOR, place({ scale: 1.14 }, openJar('#fbf6ea', '#c9a982', '#f7e9c4', printed))),
      place({ x: 596, y: 682, turn: -18 }, spatula()),
    ),
  'care-toner': () =>
    stage(
      { wall: '#d6e3df', table: '#b9b7a4', motif: 'sun', motifColour: '#e8f0ec' },
      shadow(385, FLOOR + 4, 96, 22),
      standing(375, FLOOR, tallBottle('#eef4ef', '#4f6656', printed, '#cfe2d6')),
      shadow(214, 668, 72, 12, 0.22),
      place({ x: 206, y: 656 }, cottonPads()),
      place({ x: 538, y: 640 }, drop(34, '#a9cbc4')),
      place({ x: 580, y: 660 }, drop(22, '#b8d6cf')),
    ),
  'care-serum': () =>
    stage(
      { wall: '#e6dcc7', table: '#c7ac88', motif: 'window', motifColour: '#f4ecdb' },
      shadow(390, FLOOR + 4, 104, 22),
      herb(238, 646, -24, 170),
      standing(375, FLOOR, place({ scale: 1.08 }, dropper('#a8682f', '#2f3f36', '#3d5145', printed))),
      place({ x: 552, y: 652 }, drop(36, '#dba45a')),
    ),
  'care-cream': () =>
    stage(
      { wall: '#dde5d6', table: '#c6bda6', motif: 'arch', motifColour: '#ebf0e5' },
      shadow(388, FLOOR + 6, 184, 32),
      standing(375, FLOOR, place({ scale: 1.22 }, jar('#f8f4ea', '#6f8469', printed))),
      place({ x: 606, y: 650, turn: 8 }, flower('#f6efe2', '#d9a94f', 40)),
      place({ x: 572, y: 688, turn: 8 }, flower('#f6efe2', '#d9a94f', 28)),
      herb(150, 676, -34, 150),
    ),
  'care-eye': () =>
    stage(
      { wall: '#e5dbe0', table: '#c6b3ac', motif: 'sun', motifColour: '#f1eaee' },
      shadow(385, FLOOR + 30, 210, 30),
      standing(375, FLOOR + 14, stone(210, 54, '#b9b3ac')),
      shadow(392, FLOOR - 6, 150, 16, 0.3),
      place({ x: 540, y: FLOOR - 14, turn: -84, scale: 0.98 }, eyeTube()),
      ellipse(560, FLOOR - 8, 17, 7, '#fbf6ee'),
      herb(190, 560, -16, 170, '#9aa58c'),
    ),
  'care-sunscreen': () =>
    stage(
      { wall: '#f3dfb4', table: '#dcbf8d', motif: 'sun', motifColour: '#faedcf' },
      shadow(385, FLOOR + 4, 120, 24),
      standing(375, FLOOR, place({ scale: 1.08 }, sunFlask('#fdf6e6', '#e0913c', '#e0913c'))),
      place({ x: 190, y: 668 }, shell()),
      place({ x: 580, y: 676 }, stone(46, 20, '#e9d3a8')),
    ),
  'care-mask': () =>
    stage(
      { wall: '#d3dfd6', table: '#b8b8a2', motif: 'pebble', motifColour: '#e4ece5' },
      shadow(385, FLOOR + 6, 170, 26),
      place({ x: 306, y: FLOOR - 8, turn: -9 }, maskSachet('#8fa58a', '#f6f1e4', herbMark('#f6f1e4'))),
      place({ x: 440, y: FLOOR, turn: 6 }, maskSachet('#a9bda2', '#f6f1e4', herbMark('#f6f1e4'))),
      place({ x: 196, y: 670 }, drop(26, '#a9cbc4')),
    ),
  'care-hand': () =>
    stage(
      { wall: '#ead8cf', table: '#cdb3a2', motif: 'window', motifColour: '#f6ebe5' },
      shadow(385, FLOOR + 2, 84, 18),
      standing(375, FLOOR, place({ scale: 1.1 }, metalTube('#c9b98f', '#4f6656', printed))),
      place({ x: 206, y: 660, turn: -10 }, flower('#eabfae', '#c77d55', 46)),
      place({ x: 560, y: 672, turn: 12 }, flower('#f2d5c6', '#c77d55', 34)),
    ),
  'care-body': () =>
    stage(
      { wall: '#dfe3d1', table: '#bfb396', motif: 'hills', motifColour: '#cdd6ba' },
      shadow(388, FLOOR + 4, 124, 24),
      standing(380, FLOOR, pumpBottle('#7f957a', '#33433a', printed)),
      herb(194, 668, -26, 150, '#6f865f'),
      herb(226, 676, 6, 120, '#8a9d76'),
    ),
  'care-lip': () =>
    stage(
      { wall: '#f0d9d0', table: '#d6b5a5', motif: 'arch', motifColour: '#f8e9e3' },
      shadow(385, FLOOR + 4, 118, 22),
      standing(375, FLOOR, place({ scale: 1.16 }, lipBalm('#5d7263', '#e8a99b', pale))),
      place({ x: 580, y: 668 }, flower('#f6d9cf', '#d28a6b', 36)),
    ),
  'care-travel-set': () =>
    stage(
      { wall: '#d9e2e0', table: '#bdb5a3', motif: 'window', motifColour: '#ecf2f0' },
      shadow(385, FLOOR + 6, 214, 30),
      standing(
        375,
        FLOOR,
        travelPouch(
          '#6b8068',
          place({ x: -118, y: -14, scale: 0.52 }, tallBottle('#eef4ef', '#4f6656', printed, '#cfe2d6')),
          place({ x: -34, y: -14, scale: 0.6 }, tube('#f6f2e7', '#7d9078', printed)),
          place({ x: 56, y: -14, scale: 0.66 }, dropper('#a8682f', '#2f3f36', '#3d5145', printed)),
          place({ x: 140, y: -14, scale: 0.36 }, jar('#f8f4ea', '#c9a982', printed)),
        ),
      ),
    ),
} satisfies Record<string, () => Picture>;

function lather(): Svg {
  const bubbles: [number, number, number][] = [
    [0, 0, 34],
    [44, 8, 24],
    [-40, 10, 26],
    [18, -28, 24],
    [-20, -26, 20],
    [70, 18, 14],
    [-68, 20, 14],
    [6, 18, 26],
  ];
  return bubbles
    .map(([x, y, r]) =>
      group(
        {},
        circle(x, y, r, '#ffffff', { opacity: 0.82 }),
        circle(x, y, r, 'none', { stroke: '#d5dccb', 'stroke-width': 2, opacity: 0.7 }),
        ellipse(x - r * 0.3, y - r * 0.36, r * 0.26, r * 0.16, '#ffffff'),
      ),
    )
    .join('');
}

function spatula(): Svg {
  return group(
    {},
    stroke('M-70 0H40', '#c79f68', 11),
    path('M34 -16C66 -20 92 -14 94 0C92 14 66 20 34 16Z', '#d9b580'),
    ellipse(66, -2, 18, 9, '#f7e9c4'),
  );
}

function eyeTube(): Svg {
  return group(
    {},
    body(
      turned(
        [
          [62, -330, 4],
          [50, -92, 8],
          [46, -84, 4],
        ],
        { sag: 4 },
      ),
      '#8c7f93',
      1,
    ),
    path('M-64 -340H64V-318H-63Z', '#766a7d'),
    place({ y: -214, scale: 0.36 }, herbMark('#f4eef2')),
    path('M-24 -164H24V-158H-24ZM-16 -150H16V-145H-16Z', '#f4eef2', { opacity: 0.8 }),
    body(
      turned(
        [
          [40, -88, 4],
          [30, -52, 6],
        ],
        { sag: 3 },
      ),
      '#b9a888',
    ),
    body(
      turned(
        [
          [26, -54, 4],
          [12, -8, 10],
          [6, 0, 6],
        ],
        { sag: 2 },
      ),
      '#d9d5cf',
      1.3,
    ),
  );
}

function shell(): Svg {
  const ribs = [-40, -20, 0, 20, 40].map((turn) =>
    place({ turn }, stroke('M0 0V-54', '#d59a72', 4, { opacity: 0.6 })),
  );
  return group(
    {},
    path(
      smooth([
        [0, 4],
        [-34, -14],
        [-58, -44],
        [-40, -62],
        [-18, -72],
        [0, -74],
        [18, -72],
        [40, -62],
        [58, -44],
        [34, -14],
      ]),
      '#f6d8bd',
    ),
    ...ribs,
    path('M-16 0H16L10 12H-10Z', '#e8bd98'),
  );
}
