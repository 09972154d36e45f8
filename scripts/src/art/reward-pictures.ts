import { type Colour, lighter } from './colour.js';
import { cookieTin, croissant } from './bakery.js';
import { bean, ceramicCup, mug, steam, tallGlass } from './cups.js';
import { eyewearCase } from './eyewear-pictures.js';
import { eaveMark, herbMark, regularsMark, spectaclesMark, sprig } from './marks.js';
import { candleJar, ribbon, ticket, toteBag } from './packs.js';
import { cloth, glasses, glassesChain, lensPair, lensShapes, sprayBottle } from './spectacles.js';
import { FLOOR, type Motif, shadow, stage, standing } from './stage.js';
import { type Picture, place, type Svg } from './svg.js';
import { dropper, headband, jar, type Label, tube } from './vanity.js';

/** What points are exchanged for. Vouchers are cards of board, gifts wear a ribbon or stand alone. */

const GREEN: Colour = '#3f5346';
const printed: Label = { ink: GREEN, mark: herbMark(GREEN) };

const voucher = (wall: Colour, motif: Motif, card: Colour, ink: Colour, art: Svg): Picture =>
  stage(
    { wall, motif, motifColour: lighter(wall, 0.55) },
    place({ x: 375, y: 452, turn: -5 }, ticket(card, ink, art)),
    shadow(385, FLOOR + 24, 220, 20, 0.22),
  );

export const rewardPictures = {
  'reward-americano': () =>
    voucher(
      '#e9d6bd',
      'sun',
      '#fbf3e4',
      '#b4532a',
      place(
        { y: 84, scale: 0.52 },
        tallGlass({ layers: [{ upTo: 0.82, colour: '#4b2716' }], ice: true, straw: '#c4683c' }),
      ),
    ),
  'reward-croissant': () =>
    stage(
      { wall: '#f0d9b4', motif: 'arch' },
      shadow(375, FLOOR + 10, 262),
      standing(375, FLOOR, croissant()),
      place({ x: 540, y: FLOOR - 22, scale: 0.8, turn: 12 }, ribbon('#b4532a')),
    ),
  'reward-tote': () =>
    stage(
      { wall: '#d9dfd0', table: '#bda687', motif: 'pebble' },
      shadow(388, FLOOR + 4, 178, 28),
      standing(375, FLOOR, toteBag('#efe4cd', place({ scale: 1 }, eaveMark('#b4532a')))),
    ),
  'reward-mug': () =>
    stage(
      { wall: '#e5d2c2', motif: 'window' },
      steam(366, 350, 0.8),
      shadow(385, FLOOR + 6, 138, 28),
      standing(
        365,
        FLOOR,
        place({ scale: 1.14 }, mug('#6f8175', '#6b3a20', '', regularsMark('#f4e9d7', '#6f8175', '#d58a4a'))),
      ),
      place({ x: 184, y: 664 }, bean(0.9, 15)),
      place({ x: 220, y: 680 }, bean(0.9, -40)),
    ),
  'reward-cookies': () =>
    stage(
      { wall: '#ecd7cf', motif: 'sun' },
      shadow(388, FLOOR + 4, 196, 30),
      standing(375, FLOOR, cookieTin('#a94a35', eaveMark('#f6e4cc'))),
    ),
  'reward-coffee-cash': () =>
    voucher(
      '#dde0d0',
      'pebble',
      '#fbf6ea',
      '#8a5a34',
      place(
        { y: 74, scale: 0.62 },
        ceramicCup({ glaze: '#f3ebdf', clay: '#b98157', drink: '#b27a48', art: 'heart' }),
      ),
    ),
  'reward-samples': () =>
    stage(
      { wall: '#dfe6dd', motif: 'arch' },
      shadow(385, FLOOR + 6, 190, 26),
      standing(272, FLOOR, place({ scale: 0.78 }, tube('#f6f2e7', '#7d9078', printed))),
      standing(392, FLOOR + 8, place({ scale: 0.88 }, dropper('#a8682f', '#2f3f36', '#3d5145', printed))),
      standing(516, FLOOR + 14, place({ scale: 0.6 }, jar('#f8f4ea', '#6f8469', printed))),
    ),
  'reward-headband': () =>
    stage(
      { wall: '#ecdcd3', motif: 'sun' },
      shadow(382, FLOOR - 2, 190, 26),
      standing(375, FLOOR + 8, place({ scale: 1.2 }, headband('#d99f8d'))),
    ),
  'reward-candle': () =>
    stage(
      { wall: '#dcd9c8', motif: 'window' },
      shadow(385, FLOOR + 4, 118, 24),
      place({ x: 536, y: 640, turn: 30 }, sprig('#7f9474', 170)),
      standing(
        375,
        FLOOR,
        place({ scale: 1.24 }, candleJar('#8a9d85', '#fbf3e0')),
        place({ y: -104, scale: 0.52 }, herbMark('#f6f1e4')),
      ),
    ),
  'reward-care-cash': () =>
    voucher(
      '#d6e2da',
      'sun',
      '#f8f6ec',
      '#6b8068',
      place({ y: 88, scale: 0.56 }, dropper('#a8682f', '#2f3f36', '#3d5145', printed)),
    ),
  'reward-facial': () =>
    voucher(
      '#eadbd3',
      'pebble',
      '#fbf4ee',
      '#b97f6c',
      place({ y: 58, scale: 0.62 }, jar('#f8f4ea', '#c9826a', printed)),
    ),
  'reward-cloth': () =>
    stage(
      { wall: '#dbe2e4', motif: 'pebble' },
      shadow(388, FLOOR + 4, 220, 26),
      standing(470, FLOOR - 12, sprayBottle('#8fc0cf', '#2f4b6e', spectaclesMark('#2f4b6e', '#f0c674'))),
      place({ x: 320, y: FLOOR + 10, scale: 1.25 }, cloth('#e4b75d', spectaclesMark('#2f4b6e', '#fff5dd'))),
    ),
  'reward-chain': () =>
    stage(
      { wall: '#e6ddd0', motif: 'arch' },
      place(
        { x: 375, y: FLOOR - 86, scale: 0.84 },
        glasses({
          lens: lensShapes.cat,
          rim: '#4c6b63',
          rimWidth: 14,
          hinge: [198, -172],
          bridge: [-110, 27],
          armWidth: 12,
        }),
      ),
      place({ x: 375, y: FLOOR + 26, scale: 1.04 }, glassesChain('#c49a4d', '#b5654a')),
      shadow(382, FLOOR + 26, 190, 18, 0.2),
    ),
  'reward-case': () =>
    stage(
      { wall: '#d8dde0', motif: 'sun' },
      shadow(385, FLOOR - 2, 232, 26),
      standing(375, FLOOR - 2, place({ scale: 1.18 }, eyewearCase())),
      place({ x: 566, y: FLOOR - 124, scale: 0.8, turn: 10 }, ribbon('#c98a3c')),
    ),
  'reward-lens-cash': () =>
    voucher('#d3dde6', 'pebble', '#f6f7f3', '#2f4b6e', place({ y: 62, scale: 0.5 }, lensPair())),
  'reward-eye-test': () =>
    voucher(
      '#ebdfc9',
      'sun',
      '#fbf5e8',
      '#3c5d86',
      place(
        { y: 44, scale: 0.52 },
        glasses({
          lens: lensShapes.round,
          rim: '#b58d4f',
          rimWidth: 10,
          hinge: [190, -112],
          bridge: [-116, 24],
          pads: true,
        }),
      ),
    ),
} satisfies Record<string, () => Picture>;
