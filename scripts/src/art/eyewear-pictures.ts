import type { Colour } from './colour.js';
import { spectaclesMark } from './marks.js';
import { rounded } from './outline.js';
import { carton } from './packs.js';
import {
  blister,
  bookStack,
  cloth,
  contactLens,
  glasses,
  lensPair,
  lensShapes,
  openCase,
  softCase,
  sprayBottle,
  tortoise,
  type Frame,
} from './spectacles.js';
import { FLOOR, shadow, stage, standing } from './stage.js';
import { circle, group, path, type Picture, place, stroke, type Svg } from './svg.js';

/** 明里眼镜: frames the way an optician lays them out, one at a time. */

const RIM_METAL: Colour = '#b58d4f';
const mark = spectaclesMark('#2f4b6e', '#f0c674');
const paleMark = spectaclesMark('#f5efe2', '#e8b75c');

/** The frames are drawn 400 wide; on their own they may fill the table. `foot` is how far the rim ends above the drawing's floor. */
const worn = (frame: Frame, foot: number, scale = 1.16): Svg =>
  group(
    {},
    shadow(384, FLOOR + 4, 216 * scale, 22, 0.3),
    place({ x: 375, y: FLOOR + foot * scale, scale }, glasses(frame)),
  );

export const eyewearPictures = {
  'eyewear-round': () =>
    stage(
      { wall: '#dfe3e2', table: '#bfae96', motif: 'sun', motifColour: '#eef1ef' },
      worn(
        {
          lens: lensShapes.round,
          rim: RIM_METAL,
          rimWidth: 9,
          hinge: [190, -112],
          bridge: [-116, 24],
          pads: true,
          armWidth: 8,
        },
        8,
      ),
    ),
  'eyewear-square': () =>
    stage(
      { wall: '#ead9c3', table: '#c3a27c', motif: 'arch', motifColour: '#f4e8d8' },
      worn(
        {
          lens: lensShapes.square,
          rim: '#6a3f22',
          rimWidth: 20,
          hinge: [196, -146],
          bridge: [-128, 26],
          arm: '#54301a',
          armWidth: 16,
          pattern: tortoise(lensShapes.square, 20),
        },
        26,
      ),
    ),
  'eyewear-cat': () =>
    stage(
      { wall: '#ecd6d0', table: '#cda79b', motif: 'pebble', motifColour: '#f7e8e3' },
      worn(
        {
          lens: lensShapes.cat,
          rim: '#8d2f3b',
          rimWidth: 16,
          hinge: [198, -172],
          bridge: [-110, 27],
          arm: '#74252f',
          armWidth: 13,
        },
        28,
      ),
    ),
  'eyewear-browline': () =>
    stage(
      { wall: '#d9dcd2', table: '#b3a58d', motif: 'window', motifColour: '#eceee6' },
      worn(
        {
          lens: lensShapes.browline,
          rim: RIM_METAL,
          rimWidth: 6,
          hinge: [196, -146],
          bridge: [-122, 26],
          pads: true,
          arm: '#2b2420',
          armWidth: 14,
          brow: group(
            {},
            path(
              rounded([
                [20, -158, 16],
                [196, -174, 16],
                [200, -136, 14],
                [182, -128, 10],
                [36, -128, 16],
              ]),
              '#2f2823',
            ),
            stroke('M34 -152L184 -166', '#6b5b4e', 3, { opacity: 0.7 }),
          ),
        },
        29,
      ),
    ),
  'eyewear-kids': () =>
    stage(
      { wall: '#d3e4ea', table: '#c8b494', motif: 'hills', motifColour: '#bcd5c4' },
      worn(
        {
          lens: lensShapes.kid,
          rim: '#e0774b',
          rimWidth: 19,
          hinge: [176, -116],
          bridge: [-112, 24],
          arm: '#3f86a0',
          armWidth: 17,
          brow: stroke('M154 -136L176 -132', '#3f86a0', 19),
        },
        20,
        1.06,
      ),
      place({ x: 176, y: 672, turn: -14 }, crayons()),
    ),
  'eyewear-aviator': () =>
    stage(
      { wall: '#f0d7a8', table: '#d3ae78', motif: 'sun', motifColour: '#f9e8c6' },
      worn(
        {
          lens: lensShapes.aviator,
          rim: '#c49a4d',
          rimWidth: 8,
          tint: ['#3f5a4b', '#8ba58a'],
          hinge: [198, -150],
          bridge: [-114, 20],
          pads: true,
          armWidth: 8,
          brow: stroke('M0 -158C40 -164 60 -166 90 -168', '#c49a4d', 7),
        },
        12,
      ),
    ),
  'eyewear-oversized': () =>
    stage(
      { wall: '#d2e2dd', table: '#c9ae8a', motif: 'window', motifColour: '#e9f2ee' },
      worn(
        {
          lens: lensShapes.oversized,
          rim: '#2a2523',
          rimWidth: 19,
          tint: ['#4a423f', '#a08c80'],
          hinge: [212, -160],
          bridge: [-136, 24],
          arm: '#1f1b1a',
          armWidth: 18,
        },
        16,
        1.08,
      ),
    ),
  'eyewear-reading': () =>
    stage(
      { wall: '#e3ddce', table: '#b99d78', motif: 'arch', motifColour: '#f0ebdf' },
      shadow(385, FLOOR + 6, 220, 24),
      standing(375, FLOOR, bookStack('#2f4b6e', '#3c5d86')),
      standing(382, FLOOR - 50, place({ scale: 0.86 }, bookStack('#a9603c', '#bd7249'))),
      place(
        { x: 375, y: FLOOR - 54, scale: 1 },
        glasses({
          lens: lensShapes.slim,
          rim: '#3e6a73',
          rimWidth: 11,
          hinge: [182, -100],
          bridge: [-96, 29],
          armWidth: 9,
        }),
      ),
    ),
  'eyewear-lenses': () =>
    stage(
      { wall: '#d8e2e8', table: '#b6b3a8', motif: 'pebble', motifColour: '#e8eff3' },
      shadow(385, FLOOR - 2, 210, 22, 0.2),
      standing(375, FLOOR, lensPair()),
      place({ x: 560, y: 690, scale: 0.8 }, cloth('#e4b75d', mark)),
    ),
  'eyewear-dailies': () =>
    stage(
      { wall: '#cfe3ea', table: '#bcb7a9', motif: 'sun', motifColour: '#e4f0f4' },
      shadow(380, FLOOR + 4, 176, 26),
      standing(
        346,
        FLOOR,
        carton(
          '#f3f8f9',
          270,
          210,
          group(
            {},
            path('M-140 20C-60 -30 40 60 140 10V120H-140Z', '#7fb6c9'),
            path('M-140 56C-40 20 50 90 140 50V120H-140Z', '#4f93ad'),
            place({ y: -44, scale: 0.56 }, mark),
          ),
        ),
      ),
      place({ x: 196, y: 676, turn: -8 }, blister()),
      contactLens(556, 664, 1.05),
    ),
  'eyewear-cleaner': () =>
    stage(
      { wall: '#dde5df', table: '#bfb7a2', motif: 'arch', motifColour: '#edf2ee' },
      shadow(390, FLOOR + 4, 82, 18),
      standing(385, FLOOR, place({ scale: 1.16 }, sprayBottle('#8fc0cf', '#2f4b6e', mark))),
      shadow(212, 676, 120, 14, 0.2),
      place({ x: 208, y: 672, scale: 0.92 }, cloth('#d8894f', paleMark)),
    ),
  'eyewear-case': () =>
    stage(
      { wall: '#e5d5c2', table: '#b5936e', motif: 'pebble', motifColour: '#f1e6d8' },
      shadow(385, FLOOR + 2, 236, 28),
      standing(
        375,
        FLOOR,
        openCase(
          '#2f4b6e',
          '#e9c98b',
          glasses({
            lens: lensShapes.round,
            rim: '#5d3a22',
            rimWidth: 12,
            hinge: [190, -112],
            bridge: [-116, 24],
          }),
        ),
      ),
    ),
} satisfies Record<string, () => Picture>;

export const eyewearCase = (): Svg => softCase('#8a5a3a', paleMark);

function crayons(): Svg {
  const crayon = (y: number, colour: Colour): Svg =>
    group(
      {},
      path(
        rounded([
          [-62, y - 9, 4],
          [46, y - 9, 3],
          [46, y + 9, 3],
          [-62, y + 9, 4],
        ]),
        colour,
      ),
      path(
        rounded([
          [46, y - 8, 2],
          [70, y - 2, 3],
          [70, y + 2, 3],
          [46, y + 8, 2],
        ]),
        '#f1dcb6',
      ),
      circle(69, y, 3, colour),
      path(
        rounded([
          [-40, y - 9, 1],
          [28, y - 9, 1],
          [28, y + 9, 1],
          [-40, y + 9, 1],
        ]),
        '#ffffff',
        { opacity: 0.25 },
      ),
    );
  return group({}, crayon(0, '#e0774b'), place({ x: 14, y: 24, turn: 9 }, crayon(0, '#4c9a7a')));
}
