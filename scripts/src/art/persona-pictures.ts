import type { Colour } from './colour.js';
import { ceramicCup } from './cups.js';
import { herbMark, sprig } from './marks.js';
import { archway } from './outline.js';
import { apron, bob, combed, gathered, openCoat, person, shirtCollar, stripes, waistcoat } from './people.js';
import { glasses, lensShapes } from './spectacles.js';
import { circle, group, linear, path, type Picture, place, rect, stroke, type Svg, windowOn } from './svg.js';
import { dropper } from './vanity.js';

/** The faces of the three brands: each as a half figure and, from the same drawing, as an avatar. */

const keeper = (): Svg =>
  person({
    skin: '#f3cdaa',
    hair: '#4a2e22',
    ...bob('#4a2e22'),
    torso: '#f6ead6',
    sleeve: '#f6ead6',
    cuff: '#b4532a',
    clothes: group({}, stripes('#c98662'), apron('#b4532a')),
    face: { brow: '#553426', lips: '#c0553f', blush: '#ee9f83', lashes: true },
    held: place(
      { x: 300, y: 708, scale: 0.54 },
      ceramicCup({ glaze: '#f6efe3', clay: '#b98157', drink: '#b27a48', art: 'heart', saucer: false }),
    ),
    worn: place({ x: 214, y: 312 }, circle(0, 0, 7, '#d9a35c')),
  });

const herbalist = (): Svg =>
  person({
    skin: '#f6d6b8',
    hair: '#2f2a2a',
    ...gathered('#2f2a2a', place({ scale: 0.7, turn: 40 }, sprig('#8aa07a', 90))),
    torso: '#f4f1e8',
    sleeve: '#f4f1e8',
    cuff: '#e0dccd',
    clothes: openCoat('#f4f1e8', '#8fa287'),
    face: { brow: '#3b3230', lips: '#c26a5c', blush: '#f0b09c', lashes: true },
    held: place(
      { x: 300, y: 712, scale: 0.72 },
      dropper('#a8682f', '#2f3f36', '#3d5145', { ink: '#3f5346', mark: herbMark('#3f5346') }),
    ),
    worn: group({}, circle(214, 300, 5, '#c9d6c4'), circle(386, 300, 5, '#c9d6c4')),
  });

const optician = (): Svg =>
  person({
    skin: '#eec49e',
    hair: '#6f6a66',
    ...combed('#6f6a66'),
    torso: '#f7f3ea',
    sleeve: '#f7f3ea',
    cuff: '#e3dccb',
    clothes: group({}, shirtCollar('#f7f3ea'), waistcoat('#2f4b6e', '#f7f3ea', '#c98a3c')),
    face: { brow: '#5c5652', lips: '#b8604c', lines: true },
    worn: readingGlasses(),
    held: place(
      { x: 300, y: 652, scale: 0.5 },
      glasses({
        lens: lensShapes.square,
        rim: '#6a3f22',
        rimWidth: 22,
        hinge: [196, -146],
        bridge: [-128, 26],
        arm: '#54301a',
        armWidth: 18,
      }),
    ),
  });

function readingGlasses(): Svg {
  const rim = (x: number): Svg =>
    circle(x, 260, 33, '#ffffff', { 'fill-opacity': 0.16, stroke: '#8a6a3a', 'stroke-width': 5 });
  return group(
    {},
    rim(264),
    rim(336),
    stroke('M297 256C299 251 301 251 303 256M231 256L217 250M369 256L383 250', '#8a6a3a', 5),
    stroke('M248 248L260 236M320 248L332 236', '#ffffff', 4, { opacity: 0.7 }),
  );
}

interface Setting {
  wall: Colour;
  glow: Colour;
  behind: Svg;
}

const settings = {
  coffee: {
    wall: '#e9cfae',
    glow: '#f7e6cc',
    behind: shelves('#b98a5e', [
      ['#b4532a', 54],
      ['#f3ebdf', 40],
      ['#4c5f47', 60],
      ['#d9a35c', 46],
    ]),
  },
  care: {
    wall: '#d3ddcd',
    glow: '#eaf0e5',
    behind:
      place({ x: 520, y: 800, scale: 3 }, sprig('#a5b599', 150)) +
      place({ x: 84, y: 820, scale: 2.6, turn: -12 }, sprig('#b4c2a8', 150)),
  },
  eyewear: {
    wall: '#cfd9e0',
    glow: '#e8eef2',
    behind: shelves('#9c7f5e', [
      ['#2f4b6e', 44],
      ['#c98a3c', 38],
      ['#6a3f22', 46],
      ['#7fb6c9', 40],
    ]),
  },
} satisfies Record<string, Setting>;

function shelves(wood: Colour, things: [Colour, number][]): Svg {
  const row = (y: number, shift: number): Svg =>
    group(
      {},
      rect(-10, y, 620, 14, wood),
      ...things.flatMap(([colour, height], i) => [
        rect(24 + shift + i * 34, y - height, 26, height, colour, { rx: 6 }),
        rect(456 + shift + i * 34, y - height * 0.9, 26, height * 0.9, colour, { rx: 6 }),
      ]),
    );
  return group({ opacity: 0.5 }, row(210, 0), row(420, -12));
}

const scene = ({ wall, glow, behind }: Setting, figure: Svg): Svg =>
  group(
    {},
    rect(
      0,
      0,
      600,
      800,
      linear(
        [
          [0, glow],
          [1, wall],
        ],
        [0, 0, 0, 1],
      ),
    ),
    behind,
    path(archway(300, 60, 236, 800), glow, { opacity: 0.85 }),
    figure,
  );

function portraits(setting: Setting, figure: () => Svg): { full: () => Picture; avatar: () => Picture } {
  return {
    full: () => windowOn([0, 0, 600, 800], 750, 1000, scene(setting, figure())),
    avatar: () => windowOn([88, 70, 424, 424], 512, 512, scene({ ...setting, behind: '' }, figure())),
  };
}

const coffee = portraits(settings.coffee, keeper);
const care = portraits(settings.care, herbalist);
const eyewear = portraits(settings.eyewear, optician);

export const personaPictures = {
  'persona-coffee': coffee.full,
  'persona-coffee-avatar': coffee.avatar,
  'persona-care': care.full,
  'persona-care-avatar': care.avatar,
  'persona-eyewear': eyewear.full,
  'persona-eyewear-avatar': eyewear.avatar,
} satisfies Record<string, () => Picture>;
