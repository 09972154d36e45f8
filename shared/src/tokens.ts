/**
 * The house's look in values: warm paper, dark ink, one brand colour per brand.
 * The mini-program turns them into Sass variables at build and CSS variables at run time, the console into its theme.
 */
export const COLORS = {
  paper: '#f7f4ee',
  surface: '#ffffff',
  ink: '#2b2622',
  inkSoft: '#6e655d',
  inkFaint: '#8c8278',
  line: '#e9e2d8',
  danger: '#b23a2e',
  success: '#3d7a50',
  warning: '#96600c',
} as const;

/** An 8-pt grid with two half steps, in px at a 375 px wide screen. */
export const SPACES = {
  half: 4,
  one: 8,
  oneHalf: 12,
  two: 16,
  three: 24,
  four: 32,
  six: 48,
  eight: 64,
} as const;

export const RADII = { small: 6, medium: 12, large: 20, pill: 999 } as const;

export const FONT_SIZES = {
  tiny: 11,
  small: 12,
  body: 14,
  lead: 16,
  title: 20,
  figure: 28,
  hero: 36,
} as const;

export const FONT_FAMILY =
  '-apple-system, "PingFang SC", "Helvetica Neue", "HarmonyOS Sans SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif';

/** Used until a brand is known. */
export const HOUSE_PRIMARY = '#7a4a2b';

/** Everything coloured by a brand, derived from its one primary colour. */
export interface BrandPalette {
  primary: string;
  /** For pressed states and the shaded side of the card. */
  primaryDeep: string;
  /** A wash behind a block of text. */
  primarySoft: string;
  /** A hairline or a chip on paper. */
  primaryLine: string;
  onPrimary: string;
}

export function brandPalette(primary: string = HOUSE_PRIMARY): BrandPalette {
  const base = parseHex(primary) ?? parseHex(HOUSE_PRIMARY) ?? BLACK;
  return {
    primary: toHex(base),
    primaryDeep: toHex(mix(base, BLACK, 0.28)),
    primarySoft: toHex(mix(base, WHITE, 0.9)),
    primaryLine: toHex(mix(base, WHITE, 0.7)),
    onPrimary: contrast(base, WHITE) >= contrast(base, INK) ? '#ffffff' : COLORS.ink,
  };
}

/** `{ primaryDeep: '#…' }` → `{ '--primary-deep': '#…' }`, to be set on the root of a page. */
export function cssVariables(palette: BrandPalette): Record<string, string> {
  return Object.fromEntries(
    Object.entries(palette).map(([name, value]) => [`--${kebab(name)}`, value as string]),
  );
}

/** WCAG contrast of two hex colours, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  return contrast(parseHex(one) ?? BLACK, parseHex(other) ?? BLACK);
}

type Rgb = readonly [number, number, number];

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
const INK = parseHex(COLORS.ink) ?? BLACK;

function parseHex(text: string): Rgb | undefined {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  return match ? [channel(match[1]), channel(match[2]), channel(match[3])] : undefined;
}

function channel(hex = '00'): number {
  return Number.parseInt(hex, 16);
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return [at(0), at(1), at(2)];
}

function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
