/** A piece of SVG markup. Drawings are functions that return one. */
export type Svg = string;

type AttributeValue = string | number | undefined;
export type Attributes = Record<string, AttributeValue>;

/** Two decimals are a fiftieth of a pixel: enough, and it keeps the files small and stable. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function attributes(values: Attributes): string {
  return Object.entries(values)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? number(value) : value}"`)
    .join('');
}

export function el(tag: string, values: Attributes, ...children: Svg[]): Svg {
  const body = children.join('');
  return body ? `<${tag}${attributes(values)}>${body}</${tag}>` : `<${tag}${attributes(values)}/>`;
}

export const group = (values: Attributes, ...children: Svg[]): Svg => el('g', values, ...children);
export const path = (d: string, fill: string, more: Attributes = {}): Svg => el('path', { d, fill, ...more });
export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}): Svg =>
  el('circle', { cx, cy, r, fill, ...more });
export const ellipse = (
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  fill: string,
  more: Attributes = {},
): Svg => el('ellipse', { cx, cy, rx, ry, fill, ...more });
export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
): Svg => el('rect', { x, y, width, height, fill, ...more });

/** An open line with round ends: stems, steam, rims, wires. */
export const stroke = (d: string, colour: string, width: number, more: Attributes = {}): Svg =>
  el('path', {
    d,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  });

export interface Placement {
  x?: number;
  y?: number;
  scale?: number;
  /** Degrees, clockwise. */
  turn?: number;
  /** Mirrored left to right. */
  flip?: boolean;
}

export function place(
  { x = 0, y = 0, scale = 1, turn = 0, flip = false }: Placement,
  ...children: Svg[]
): Svg {
  const steps = [
    x || y ? `translate(${number(x)} ${number(y)})` : '',
    turn ? `rotate(${number(turn)})` : '',
    scale !== 1 || flip ? `scale(${number(flip ? -scale : scale)} ${number(scale)})` : '',
  ].filter(Boolean);
  return group({ transform: steps.join(' ') || undefined }, ...children);
}

export const faded = (opacity: number, ...children: Svg[]): Svg => group({ opacity }, ...children);

/**
 * Gradients and clips are named by their own content, so a drawing can mention one anywhere and
 * `picture` collects exactly those that are mentioned.
 */
const definitions = new Map<string, Svg>();

function define(kind: string, markup: (id: string) => Svg): string {
  const id = `${kind}${fingerprint(markup(''))}`;
  definitions.set(id, markup(id));
  return id;
}

function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) {
    hash = ((hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(36);
}

export type Stop = [offset: number, colour: string, opacity?: number];

const stops = (list: Stop[]): Svg =>
  list
    .map(([offset, colour, opacity]) =>
      el('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity === 1 ? undefined : opacity }),
    )
    .join('');

/** A linear gradient over the painted shape's own box, by default from left to right. */
export function linear(
  list: Stop[],
  [x1, y1, x2, y2]: [number, number, number, number] = [0, 0, 1, 0],
): string {
  return `url(#${define('l', (id) => el('linearGradient', { id, x1, y1, x2, y2 }, stops(list)))})`;
}

export function radial(list: Stop[], [cx, cy, r]: [number, number, number] = [0.5, 0.5, 0.5]): string {
  return `url(#${define('r', (id) => el('radialGradient', { id, cx, cy, r }, stops(list)))})`;
}

/** Shows the children only inside the outline. */
export function clipped(outline: string, ...children: Svg[]): Svg {
  const id = define('c', (name) => el('clipPath', { id: name }, el('path', { d: outline })));
  return group({ 'clip-path': `url(#${id})` }, ...children);
}

export interface Picture {
  width: number;
  height: number;
  svg: Svg;
}

export function picture(width: number, height: number, ...layers: Svg[]): Picture {
  return windowOn([0, 0, width, height], width, height, ...layers);
}

/** A picture that shows only a part of its drawing. */
export function windowOn(
  box: [number, number, number, number],
  width: number,
  height: number,
  ...layers: Svg[]
): Picture {
  const body = layers.join('');
  const used = new Set(Array.from(body.matchAll(/url\(#([^)]+)\)/g), (match) => match[1] ?? ''));
  const defs = [...used].map((id) => definitions.get(id) ?? '').join('');
  const svg = el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: box.map(number).join(' '), width, height },
    defs && el('defs', {}, defs),
    body,
  );
  return { width, height, svg };
}
