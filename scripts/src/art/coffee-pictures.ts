import { basqueSlice, brownie, cinnamonRoll, cinnamonStick, croissant, sandwich } from './bakery.js';
import {
  bean,
  ceramicCup,
  citrusSlice,
  dollop,
  keepCup,
  mug,
  osmanthus,
  paperCup,
  pourOver,
  steam,
  tallGlass,
} from './cups.js';
import { eaveMark, sprig } from './marks.js';
import { carton, coffeeBag, sachet } from './packs.js';
import { pebble } from './outline.js';
import { FLOOR, shadow, stage, standing } from './stage.js';
import { circle, ellipse, group, path, type Picture, place, stroke, type Svg } from './svg.js';

/** 晴檐咖啡: every drink, bake and bag on its own table. */

const beans = (...spots: [number, number, number][]): Svg =>
  spots.map(([x, y, turn]) => place({ x, y }, bean(0.9, turn))).join('');

const hills = (far: `#${string}`, near: `#${string}`, sun: `#${string}`): Svg =>
  group(
    {},
    circle(30, -40, 30, sun),
    path('M-100 20C-50 -40 -20 -40 20 0S80 -10 110 -20V60H-110Z', far),
    path('M-110 44C-50 4 0 30 40 34S90 20 110 14V70H-110Z', near),
  );

export const coffeePictures = {
  'coffee-latte': () =>
    stage(
      { wall: '#ecd9c2', motif: 'arch' },
      steam(368, 330, 0.9),
      shadow(375, FLOOR + 16, 250),
      standing(
        375,
        FLOOR,
        ceramicCup({ glaze: '#f3ebdf', clay: '#b98157', drink: '#b27a48', art: 'rosetta' }),
      ),
      beans([150, 664, 20], [196, 690, -30], [612, 676, 60]),
    ),
  'coffee-osmanthus': () =>
    stage(
      { wall: '#f1dca9', motif: 'sun', motifColour: '#f8ebc8' },
      steam(368, 330, 0.9),
      shadow(375, FLOOR + 16, 250),
      standing(
        375,
        FLOOR,
        ceramicCup({ glaze: '#7d8f74', drink: '#c89455', art: 'none', foam: '#fdf3df' }),
        path(pebble(0, -172, 108, 26, 0.05, 1), '#f6e3c2'),
        place({ x: -44, y: -174 }, osmanthus(0.8)),
        place({ x: 6, y: -184 }, osmanthus(0.7, '#f0b64e')),
        place({ x: 48, y: -170 }, osmanthus(0.85)),
        place({ x: -6, y: -160 }, osmanthus(0.65, '#f0b64e')),
      ),
      place({ x: 118, y: 700, turn: 24 }, sprig('#77855a', 150)),
      place({ x: 150, y: 600 }, osmanthus(1)),
      place({ x: 176, y: 640 }, osmanthus(0.8, '#f0b64e')),
      place({ x: 128, y: 652 }, osmanthus(0.9)),
      place({ x: 610, y: 672 }, osmanthus(0.9)),
      place({ x: 648, y: 648 }, osmanthus(0.7, '#f0b64e')),
    ),
  'coffee-iced-americano': () =>
    stage(
      { wall: '#d9dfd8', table: '#b9a48d', motif: 'window', motifColour: '#f2f3ea' },
      shadow(385, FLOOR + 4, 128, 26),
      standing(
        375,
        FLOOR,
        tallGlass({ layers: [{ upTo: 0.82, colour: '#4b2716' }], ice: true, straw: '#c4683c' }),
      ),
      beans([190, 650, 12], [226, 676, -38], [560, 668, 40]),
    ),
  'coffee-coconut-cloud': () =>
    stage(
      { wall: '#cfe0dc', table: '#c9ab88', motif: 'pebble', motifColour: '#e6f0eb' },
      shadow(385, FLOOR + 4, 128, 26),
      standing(
        375,
        FLOOR,
        tallGlass({
          layers: [
            { upTo: 0.4, colour: '#fbf4e6' },
            { upTo: 0.62, colour: '#d5a779' },
            { upTo: 0.86, colour: '#5a2f1b' },
          ],
          ice: true,
          topping: place({ y: -252 }, dollop(78)),
        }),
      ),
      place({ x: 560, y: 640 }, coconutHalf()),
      shadow(560, 672, 92, 16, 0.2),
    ),
  'coffee-flat-white': () =>
    stage(
      { wall: '#e7ddcb', motif: 'window', motifColour: '#f7f0e2' },
      shadow(382, FLOOR + 2, 118, 26),
      standing(375, FLOOR, paperCup('#f4e9d8', '#b4532a', eaveMark('#fbf1e2'))),
      place({ x: 168, y: 676 }, oats()),
      place({ x: 590, y: 668 }, oats()),
    ),
  'coffee-matcha': () =>
    stage(
      { wall: '#dbe3c8', table: '#bfa684', motif: 'sun', motifColour: '#ecf1de' },
      shadow(385, FLOOR + 4, 128, 26),
      standing(
        375,
        FLOOR,
        tallGlass({
          layers: [
            { upTo: 0.3, colour: '#f8f2e2' },
            { upTo: 0.6, colour: '#b9cf8c' },
            { upTo: 0.86, colour: '#6d8f46' },
          ],
          ice: true,
        }),
      ),
      place({ x: 528, y: 668, scale: 0.86 }, whisk()),
      path(pebble(188, 664, 62, 16, 0.1, 1), '#7c9c50', { opacity: 0.85 }),
      path(pebble(182, 656, 38, 11, 0.1, 2), '#8fae62'),
    ),
  'coffee-chocolate': () =>
    stage(
      { wall: '#e8c9ac', motif: 'arch', motifColour: '#f2ddc6' },
      steam(372, 350, 0.8),
      shadow(385, FLOOR + 6, 132, 28),
      standing(
        375,
        FLOOR,
        mug(
          '#b4532a',
          '#5b2d1a',
          place({ y: -202 }, dollop(64, '#f7e6cf'), stroke('M-30 -22C-8 -34 16 -14 40 -26', '#e0862d', 9)),
          eaveMark('#f6e4cc'),
        ),
      ),
      place({ x: 170, y: 664, scale: 1.05 }, tangerine()),
      place({ x: 592, y: 672, turn: -16 }, cinnamonStick()),
    ),
  'coffee-citrus-fizz': () =>
    stage(
      { wall: '#dfe8c6', table: '#c7ad86', motif: 'window', motifColour: '#f3f6df' },
      shadow(385, FLOOR + 4, 128, 26),
      standing(
        375,
        FLOOR,
        tallGlass({
          layers: [
            { upTo: 0.55, colour: '#e6d79a' },
            { upTo: 0.86, colour: '#6f3d1f' },
          ],
          ice: true,
          bubbles: true,
          straw: '#5f7b3d',
          topping: place({ x: -88, y: -322, turn: -16 }, citrusSlice('#6f9440', '#c6d67c', 56)),
        }),
      ),
      place({ x: 560, y: 636 }, citrusSlice('#6f9440', '#c6d67c', 54)),
      place({ x: 182, y: 650 }, citrusWhole()),
    ),
  'coffee-pour-over': () =>
    stage(
      { wall: '#e9dccb', motif: 'sun', motifColour: '#f6ebdb' },
      steam(378, 262, 0.7),
      shadow(385, FLOOR + 4, 140, 28),
      standing(375, FLOOR, pourOver('#8a5a44', '#6a3419')),
      beans([158, 640, 12], [196, 672, -38], [138, 684, 60], [604, 664, 30]),
    ),
  'coffee-croissant': () =>
    stage(
      { wall: '#eadfce', motif: 'window', motifColour: '#f8f1e4' },
      shadow(375, FLOOR + 10, 262),
      standing(375, FLOOR, croissant()),
    ),
  'coffee-basque': () =>
    stage(
      { wall: '#ead1b2', motif: 'pebble', motifColour: '#f4e4cd' },
      shadow(375, FLOOR + 10, 250),
      standing(
        375,
        FLOOR,
        basqueSlice(
          group(
            {},
            place({ x: -30, y: -176 }, osmanthus(0.8)),
            place({ x: 30, y: -190 }, osmanthus(0.9, '#f4bd5a')),
            place({ x: 78, y: -186 }, osmanthus(0.7)),
          ),
        ),
      ),
    ),
  'coffee-cinnamon-roll': () =>
    stage(
      { wall: '#e4cdb8', motif: 'arch', motifColour: '#f0e0cf' },
      shadow(375, FLOOR + 10, 246),
      standing(365, FLOOR, cinnamonRoll()),
    ),
  'coffee-sandwich': () =>
    stage(
      { wall: '#dfe1cd', table: '#cbb291', motif: 'pebble', motifColour: '#eef0de' },
      shadow(375, FLOOR + 12, 268),
      standing(375, FLOOR, sandwich()),
    ),
  'coffee-brownie': () =>
    stage(
      { wall: '#e2cbbb', motif: 'sun', motifColour: '#f0dfd2' },
      shadow(375, FLOOR + 10, 250),
      standing(375, FLOOR, brownie()),
    ),
  'coffee-house-blend': () =>
    stage(
      { wall: '#eed3ad', motif: 'sun', motifColour: '#f8e6c9' },
      shadow(388, FLOOR + 4, 152, 28),
      standing(
        375,
        FLOOR,
        coffeeBag('#b4532a', '#fbf0dd', place({ y: -8, scale: 0.7 }, eaveMark('#b4532a'))),
      ),
      beans([180, 640, 15], [214, 668, -40], [168, 684, 64], [566, 676, 30], [600, 652, -20]),
    ),
  'coffee-yunnan': () =>
    stage(
      { wall: '#d5dcc4', table: '#b99d7a', motif: 'hills', motifColour: '#c1cda9' },
      shadow(388, FLOOR + 4, 152, 28),
      standing(
        375,
        FLOOR,
        coffeeBag(
          '#4c5f47',
          '#f3ecd6',
          place({ y: -18, scale: 0.9 }, hills('#93a776', '#6c8459', '#d6793f')),
        ),
      ),
      place({ x: 190, y: 660 }, coffeeCherries()),
      beans([566, 676, 30], [602, 652, -20]),
    ),
  'coffee-drip-bags': () =>
    stage(
      { wall: '#dfd3c4', motif: 'arch', motifColour: '#eee5d8' },
      shadow(380, FLOOR + 4, 200, 28),
      standing(316, FLOOR, carton('#d9a35c', 230, 236, place({ scale: 0.8 }, eaveMark('#7a3a1e')))),
      shadow(548, FLOOR + 34, 90, 14, 0.25),
      place({ x: 520, y: FLOOR + 34, turn: -9 }, sachet('#f7ecd9', '#b4532a', eaveMark('#b4532a'))),
      place({ x: 560, y: FLOOR + 36, turn: 5 }, sachet('#fbf4e6', '#b4532a', eaveMark('#b4532a'))),
    ),
  'coffee-tumbler': () =>
    stage(
      { wall: '#d7d9cf', table: '#b7a38c', motif: 'pebble', motifColour: '#e7e8df' },
      shadow(388, FLOOR + 4, 104, 24),
      standing(375, FLOOR, keepCup('#5c6f63', '#2f3a35', eaveMark('#f2e7d4'))),
    ),
} satisfies Record<string, () => Picture>;

function coconutHalf(): Svg {
  return group(
    {},
    path(pebble(0, 0, 84, 52, 0.02), '#6b4428'),
    ellipse(0, -12, 80, 42, '#8a5c38'),
    ellipse(0, -12, 70, 35, '#fffaf0'),
    ellipse(2, -6, 50, 23, '#e9e2d2'),
    ellipse(4, -2, 42, 17, '#f5efe2'),
  );
}

function oats(): Svg {
  const flakes: [number, number, number][] = [
    [0, 0, 10],
    [36, 12, 50],
    [-34, 10, -30],
    [10, 26, 4],
    [-6, -20, 30],
  ];
  return flakes
    .map(([x, y, turn]) =>
      place(
        { x, y, turn },
        ellipse(0, 2, 19, 11, '#b08d58'),
        ellipse(0, 0, 19, 11, '#f0dcb4'),
        stroke('M-12 1C-4 -2 4 2 12 -1', '#c9a268', 3),
      ),
    )
    .join('');
}

function whisk(): Svg {
  const tines = Array.from({ length: 9 }, (_, i) =>
    stroke(`M${(i - 4) * 5} -70C${(i - 4) * 17} -40 ${(i - 4) * 13} -6 ${(i - 4) * 6} 6`, '#d9b77e', 4),
  ).join('');
  return place(
    { turn: 62 },
    tines,
    path('M-20 -130Q-20 -136 -14 -136H14Q20 -136 20 -130V-66H-20Z', '#c89d5d'),
    stroke('M-20 -76H20M-20 -86H20', '#8c6a3a', 3),
  );
}

function tangerine(): Svg {
  return group(
    {},
    ellipse(0, 30, 78, 14, '#3a2013', { opacity: 0.16 }),
    circle(0, -20, 54, '#e38b32'),
    ellipse(-16, -38, 24, 15, '#f1ab5c', { opacity: 0.8 }),
    stroke('M0 -72V-82', '#6c5a31', 7),
    path('M2 -78C16 -100 44 -98 52 -84C38 -72 16 -70 2 -78Z', '#71894b'),
    path('M70 24C90 4 128 6 138 24C120 22 104 30 96 40C86 40 76 34 70 24Z', '#d1731f'),
    path('M74 22C92 8 124 10 134 22', 'none', { stroke: '#f3c58b', 'stroke-width': 5 }),
  );
}

function citrusWhole(): Svg {
  return group(
    {},
    ellipse(4, 32, 56, 10, '#3a2013', { opacity: 0.16 }),
    circle(0, -10, 46, '#7da04a'),
    ellipse(-14, -26, 20, 12, '#a9c474', { opacity: 0.8 }),
    circle(6, -52, 5, '#5d6f36'),
  );
}

function coffeeCherries(): Svg {
  const cherry = (x: number, y: number, colour: `#${string}`): Svg =>
    group(
      {},
      circle(x, y, 25, colour),
      ellipse(x - 8, y - 9, 9, 6, '#ffffff', { opacity: 0.4 }),
      circle(x + 4, y + 22, 3, '#5b1f18'),
    );
  return group(
    {},
    place(
      { x: -6, y: -30, turn: -30, scale: 1.3 },
      path('M0 0C30 -30 90 -30 118 -4C86 22 34 24 0 0Z', '#5f7b4a'),
      stroke('M6 -1C40 -8 76 -8 108 -4', '#87a06c', 3),
    ),
    cherry(-34, 0, '#b2342a'),
    cherry(14, 8, '#c5442f'),
    cherry(-8, -30, '#a52c27'),
  );
}
