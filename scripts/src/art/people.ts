import { type Colour, darker, lighter, mix } from './colour.js';
import { box, rounded, smooth, type Point } from './outline.js';
import { circle, clipped, ellipse, faded, group, linear, path, place, stroke, type Svg } from './svg.js';

/** Half figures on a 600 × 800 sheet: the head around (300, 250), hands in front of the chest. */

export interface Person {
  skin: Colour;
  hair: Colour;
  hairBack: Svg;
  hairFront: Svg;
  /** From collar to hem, drawn over the plain torso. */
  clothes: Svg;
  torso: Colour;
  sleeve: Colour;
  cuff: Colour;
  face: Face;
  /** On the face, over everything: glasses, a pin. */
  worn?: Svg;
  /** Held in both hands, centred on (300, 640). */
  held: Svg;
}

export interface Face {
  brow: Colour;
  lips: Colour;
  blush?: Colour;
  lashes?: boolean;
  /** Laughing lines beside the eyes and mouth. */
  lines?: boolean;
}

const HEAD: Point[] = [
  [300, 146],
  [350, 158],
  [378, 200],
  [382, 256],
  [370, 306],
  [340, 346],
  [300, 362],
  [260, 346],
  [230, 306],
  [218, 256],
  [222, 200],
  [250, 158],
];

export function person({
  skin,
  hairBack,
  hairFront,
  clothes,
  torso,
  sleeve,
  cuff,
  face,
  worn = '',
  held,
}: Person): Svg {
  const trunk = smooth(
    [
      [300, 428],
      [356, 424],
      [420, 446],
      [458, 500],
      [470, 620],
      [474, 820],
      [126, 820],
      [130, 620],
      [142, 500],
      [180, 446],
      [244, 424],
    ],
    true,
    0.9,
  );
  return group(
    {},
    hairBack,
    path(trunk, torso),
    path(
      trunk,
      linear([
        [0, '#2e1a12', 0.05],
        [0.3, '#ffffff', 0.06],
        [0.65, '#2e1a12', 0],
        [1, '#2e1a12', 0.2],
      ]),
    ),
    neck(skin),
    clothes,
    arm(sleeve, cuff, 'left'),
    arm(sleeve, cuff, 'right'),
    held,
    hand(skin, 'left'),
    hand(skin, 'right'),
    head(skin, face),
    hairFront,
    worn,
  );
}

function neck(skin: Colour): Svg {
  const column = rounded([
    [262, 320, 4],
    [338, 320, 4],
    [342, 410, 30],
    [376, 438, 20],
    [300, 486, 30],
    [224, 438, 20],
    [258, 410, 30],
  ]);
  return group(
    {},
    path(column, skin),
    clipped(
      column,
      path(
        smooth([
          [256, 330],
          [344, 330],
          [346, 372],
          [318, 396],
          [280, 388],
          [254, 366],
        ]),
        darker(skin, 0.2),
        { opacity: 0.75 },
      ),
    ),
  );
}

function head(skin: Colour, { brow, lips, blush, lashes = false, lines = false }: Face): Svg {
  const outline = smooth(HEAD);
  const eye = (x: number): Svg =>
    group(
      {},
      ellipse(x, 260, 8.5, 10.5, '#3a241a'),
      circle(x - 3, 255.5, 3, '#ffffff'),
      lashes
        ? stroke(`M${x - 14} 255C${x - 8} 245 ${x + 8} 245 ${x + 14} 255`, '#3a241a', 4)
        : stroke(`M${x - 13} 253C${x - 6} 247 ${x + 6} 247 ${x + 13} 253`, darker(skin, 0.55), 3),
    );
  return group(
    {},
    ellipse(220, 264, 16, 24, darker(skin, 0.08)),
    ellipse(380, 264, 16, 24, darker(skin, 0.14)),
    path(outline, skin),
    clipped(
      outline,
      path(
        smooth([
          [352, 150],
          [392, 210],
          [392, 330],
          [330, 372],
          [300, 372],
          [344, 330],
          [362, 270],
          [360, 200],
        ]),
        darker(skin, 0.14),
        { opacity: 0.55 },
      ),
    ),
    blush ? faded(0.55, ellipse(250, 298, 21, 13, blush), ellipse(350, 298, 21, 13, blush)) : '',
    eye(264),
    eye(336),
    stroke('M246 228C256 219 272 219 283 225', brow, 6),
    stroke('M317 225C328 219 344 219 354 228', brow, 6),
    stroke('M299 262C295 276 292 286 295 291C299 295 304 294 307 291', darker(skin, 0.3), 4),
    path('M271 312C284 319 316 319 329 312C326 334 274 334 271 312Z', darker(lips, 0.25)),
    path('M275 314C288 320 312 320 325 314C323 321 277 321 275 314Z', '#ffffff'),
    stroke('M268 310C282 319 318 319 332 310', darker(lips, 0.2), 4),
    lines
      ? group(
          { opacity: 0.55 },
          stroke('M236 270L228 274M238 278L231 284M364 270L372 274M362 278L369 284', darker(skin, 0.3), 3),
          stroke('M254 300C250 312 252 322 258 330M346 300C350 312 348 322 342 330', darker(skin, 0.26), 3),
        )
      : '',
  );
}

const mirrored = (side: 'left' | 'right', ...parts: Svg[]): Svg =>
  side === 'left' ? group({}, ...parts) : place({ x: 600, flip: true }, ...parts);

function arm(sleeve: Colour, cuff: Colour, side: 'left' | 'right'): Svg {
  const tone = side === 'left' ? sleeve : darker(sleeve, 0.07);
  return mirrored(
    side,
    stroke('M172 506C142 590 128 660 148 720', darker(tone, 0.2), 84),
    stroke('M172 506C142 590 130 656 148 716', tone, 76),
    stroke('M148 722C180 724 206 704 232 676', darker(tone, 0.24), 76),
    stroke('M146 716C178 720 204 700 228 674', lighter(tone, 0.05), 68),
    stroke('M216 650L250 694', cuff, 26),
  );
}

function hand(skin: Colour, side: 'left' | 'right'): Svg {
  return mirrored(
    side,
    path(
      smooth(
        [
          [228, 668],
          [240, 640],
          [262, 622],
          [284, 626],
          [292, 640],
          [288, 662],
          [276, 682],
          [252, 694],
        ],
        true,
        0.9,
      ),
      darker(skin, 0.18),
    ),
    path(
      smooth(
        [
          [230, 664],
          [242, 638],
          [262, 620],
          [282, 624],
          [288, 638],
          [284, 658],
          [272, 678],
          [250, 688],
        ],
        true,
        0.9,
      ),
      side === 'left' ? skin : darker(skin, 0.05),
    ),
    stroke('M264 640L286 636M266 655L287 651M264 669L280 667', darker(skin, 0.26), 3.5),
    path(
      smooth(
        [
          [246, 640],
          [256, 612],
          [268, 602],
          [276, 610],
          [270, 634],
          [258, 650],
        ],
        true,
        0.9,
      ),
      lighter(skin, 0.06),
    ),
  );
}

/** Chin-length hair with a fringe. */
export function bob(hair: Colour): Pick<Person, 'hairBack' | 'hairFront'> {
  return {
    hairBack: path(
      smooth([
        [300, 94],
        [372, 114],
        [414, 178],
        [420, 270],
        [412, 352],
        [378, 386],
        [300, 392],
        [222, 386],
        [188, 352],
        [180, 270],
        [186, 178],
        [228, 114],
      ]),
      darker(hair, 0.22),
    ),
    hairFront: group(
      {},
      path(
        smooth(
          [
            [210, 300],
            [188, 350],
            [182, 270],
            [188, 180],
            [230, 112],
            [300, 92],
            [370, 112],
            [412, 180],
            [418, 270],
            [412, 350],
            [390, 300],
            [384, 236],
            [364, 196],
            [330, 178],
            [296, 204],
            [252, 216],
            [224, 236],
          ],
          true,
          0.9,
        ),
        hair,
      ),
      path(
        smooth(
          [
            [206, 216],
            [228, 150],
            [286, 122],
            [330, 128],
            [280, 146],
            [236, 184],
            [216, 232],
          ],
          true,
          0.9,
        ),
        lighter(hair, 0.2),
        { opacity: 0.55 },
      ),
      stroke('M330 178C310 170 300 150 304 128', darker(hair, 0.3), 3, { opacity: 0.5 }),
    ),
  };
}

/** Long hair parted in the middle, gathered low at the nape. */
export function gathered(hair: Colour, pin: Svg): Pick<Person, 'hairBack' | 'hairFront'> {
  return {
    hairBack: group(
      {},
      path(
        smooth([
          [300, 110],
          [366, 120],
          [402, 176],
          [408, 262],
          [396, 330],
          [410, 400],
          [400, 470],
          [372, 500],
          [352, 430],
          [300, 360],
          [214, 350],
          [194, 262],
          [198, 176],
          [234, 120],
        ]),
        darker(hair, 0.22),
      ),
      path(
        smooth([
          [384, 360],
          [414, 410],
          [424, 480],
          [410, 560],
          [384, 586],
          [366, 540],
          [362, 460],
          [366, 400],
        ]),
        darker(hair, 0.1),
      ),
      stroke('M392 396C404 440 404 500 392 552', lighter(hair, 0.2), 5, { opacity: 0.5 }),
      place({ x: 392, y: 372 }, pin),
    ),
    hairFront: group(
      {},
      path(
        smooth(
          [
            [300, 100],
            [364, 114],
            [400, 172],
            [404, 250],
            [392, 306],
            [384, 262],
            [372, 214],
            [340, 176],
            [302, 152],
            [262, 178],
            [230, 214],
            [218, 262],
            [210, 306],
            [196, 250],
            [200, 172],
            [236, 114],
          ],
          true,
          0.9,
        ),
        hair,
      ),
      path(
        smooth(
          [
            [212, 214],
            [228, 158],
            [272, 126],
            [296, 126],
            [262, 152],
            [232, 196],
            [218, 240],
          ],
          true,
          0.9,
        ),
        lighter(hair, 0.2),
        { opacity: 0.5 },
      ),
      stroke('M301 150C299 138 299 126 301 114', darker(hair, 0.35), 3, { opacity: 0.6 }),
    ),
  };
}

/** Short hair going grey, combed to one side. */
export function combed(hair: Colour): Pick<Person, 'hairBack' | 'hairFront'> {
  return {
    hairBack: path(
      smooth([
        [300, 118],
        [362, 126],
        [396, 176],
        [396, 236],
        [384, 256],
        [216, 256],
        [204, 236],
        [204, 176],
        [238, 126],
      ]),
      darker(hair, 0.25),
    ),
    hairFront: group(
      {},
      path(
        smooth(
          [
            [208, 262],
            [200, 212],
            [206, 164],
            [244, 122],
            [310, 106],
            [372, 124],
            [400, 170],
            [400, 220],
            [392, 262],
            [384, 226],
            [374, 196],
            [340, 182],
            [290, 186],
            [250, 176],
            [228, 196],
            [218, 226],
          ],
          true,
          0.9,
        ),
        hair,
      ),
      path(
        smooth(
          [
            [232, 170],
            [262, 136],
            [318, 120],
            [366, 138],
            [330, 140],
            [280, 156],
            [246, 178],
          ],
          true,
          0.9,
        ),
        lighter(hair, 0.4),
        { opacity: 0.55 },
      ),
      path(
        smooth(
          [
            [204, 216],
            [214, 212],
            [220, 240],
            [214, 268],
            [207, 256],
          ],
          true,
          0.9,
        ),
        lighter(hair, 0.45),
        { opacity: 0.8 },
      ),
      path(
        smooth(
          [
            [396, 216],
            [386, 212],
            [380, 240],
            [386, 268],
            [393, 256],
          ],
          true,
          0.9,
        ),
        lighter(hair, 0.35),
        { opacity: 0.8 },
      ),
    ),
  };
}

export function apron(cloth: Colour): Svg {
  return group(
    {},
    stroke('M238 432L250 560M362 432L350 560', darker(cloth, 0.12), 20),
    path(
      rounded([
        [226, 548, 20],
        [374, 548, 20],
        [430, 700, 60],
        [438, 830, 4],
        [162, 830, 4],
        [170, 700, 60],
      ]),
      cloth,
    ),
    path(
      rounded([
        [226, 548, 20],
        [374, 548, 20],
        [430, 700, 60],
        [438, 830, 4],
        [162, 830, 4],
        [170, 700, 60],
      ]),
      linear([
        [0, '#ffffff', 0.08],
        [1, '#2e1a12', 0.16],
      ]),
    ),
    stroke('M232 562H368', lighter(cloth, 0.35), 3, { 'stroke-dasharray': '8 7', opacity: 0.8 }),
  );
}

export function shirtCollar(shirt: Colour): Svg {
  const wing =
    path(
      rounded([
        [248, 402, 8],
        [300, 470, 6],
        [262, 512, 6],
        [216, 436, 14],
      ]),
      lighter(shirt, 0.18),
    ) + stroke('M300 470L262 512', darker(shirt, 0.2), 3, { opacity: 0.6 });
  return group(
    {},
    wing,
    place({ x: 600, flip: true }, wing),
    stroke('M300 474V820', darker(shirt, 0.18), 3, { opacity: 0.6 }),
    ...[520, 590, 660, 730].map((y) => circle(306, y, 5, darker(shirt, 0.22))),
  );
}

export function stripes(line: Colour): Svg {
  const trunk = smooth(
    [
      [300, 428],
      [356, 424],
      [420, 446],
      [458, 500],
      [470, 620],
      [474, 820],
      [126, 820],
      [130, 620],
      [142, 500],
      [180, 446],
      [244, 424],
    ],
    true,
    0.9,
  );
  return clipped(
    trunk,
    ...[456, 490, 524, 558].map((y) =>
      stroke(`M110 ${y + 10}C220 ${y - 6} 380 ${y - 6} 490 ${y + 10}`, line, 9),
    ),
  );
}

export function openCoat(coat: Colour, shirt: Colour): Svg {
  const lapel =
    path(
      rounded([
        [226, 426, 10],
        [262, 420, 8],
        [284, 640, 6],
        [282, 830, 4],
        [120, 830, 4],
        [130, 620, 20],
        [144, 500, 20],
        [184, 448, 20],
      ]),
      coat,
    ) +
    path(
      rounded([
        [226, 426, 10],
        [262, 420, 8],
        [288, 590, 6],
        [244, 540, 10],
        [222, 500, 6],
        [236, 486, 6],
        [204, 462, 6],
      ]),
      lighter(coat, 0.5),
    ) +
    stroke('M288 590L244 540L222 500L236 486L206 464', darker(coat, 0.16), 3, { opacity: 0.7 });
  return group(
    {},
    path(
      rounded([
        [246, 428, 10],
        [300, 474, 20],
        [354, 428, 10],
        [330, 830, 4],
        [270, 830, 4],
      ]),
      shirt,
    ),
    path(box(262, 470, 76, 360), shirt),
    lapel,
    place({ x: 600, flip: true }, lapel),
  );
}

export function waistcoat(wool: Colour, shirt: Colour, tie: Colour): Svg {
  const side =
    path(
      rounded([
        [232, 430, 8],
        [252, 440, 6],
        [300, 600, 6],
        [300, 830, 4],
        [120, 830, 4],
        [136, 560, 20],
        [180, 470, 30],
      ]),
      wool,
    ) + stroke('M252 440L300 600', darker(wool, 0.35), 4, { opacity: 0.7 });
  return group(
    {},
    path(
      rounded([
        [238, 424, 10],
        [300, 480, 10],
        [362, 424, 10],
        [344, 620, 4],
        [256, 620, 4],
      ]),
      shirt,
    ),
    path(
      rounded([
        [286, 470, 6],
        [314, 470, 6],
        [320, 496, 4],
        [330, 600, 6],
        [300, 626, 4],
        [270, 600, 6],
        [280, 496, 4],
      ]),
      tie,
    ),
    path(
      rounded([
        [284, 466, 6],
        [316, 466, 6],
        [312, 496, 8],
        [288, 496, 8],
      ]),
      darker(tie, 0.16),
    ),
    path(
      rounded([
        [246, 404, 8],
        [300, 470, 6],
        [272, 506, 6],
        [222, 440, 12],
      ]),
      lighter(shirt, 0.4),
    ),
    path(
      rounded([
        [354, 404, 8],
        [300, 470, 6],
        [328, 506, 6],
        [378, 440, 12],
      ]),
      lighter(shirt, 0.3),
    ),
    side,
    place({ x: 600, flip: true }, side),
    ...[640, 700, 760].map((y) => circle(300, y, 6, mix(wool, '#d9b36f', 0.8))),
  );
}
