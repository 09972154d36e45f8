/** Colours are '#rrggbb' strings; everything here returns the same form. */
export type Colour = `#${string}`;

/** What a shadow tends towards: warm and dark, never plain black. */
const SHADE: Colour = '#2e1a12';
const LIGHT: Colour = '#fffaf2';

function channels(colour: Colour): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function mix(from: Colour, to: Colour, share: number): Colour {
  const a = channels(from);
  const b = channels(to);
  const hex = a.map((channel, i) => {
    const value = Math.round(channel + ((b[i] ?? 0) - channel) * share);
    return value.toString(16).padStart(2, '0');
  });
  return `#${hex.join('')}`;
}

export const darker = (colour: Colour, share = 0.18): Colour => mix(colour, SHADE, share);
export const lighter = (colour: Colour, share = 0.25): Colour => mix(colour, LIGHT, share);
