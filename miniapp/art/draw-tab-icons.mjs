// Draws the tab bar's icons, which mini-programs take as PNG only. Run after changing a shape: node art/draw-tab-icons.mjs
import { writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { COLORS } from '@regulars/shared/tokens';

/** `line` is drawn in both states, `fill` only when selected. On a 24 × 24 grid. */
const SHAPES = {
  home: {
    fill: '<path d="M4 4h16l1.5 5.2a2.6 2.6 0 0 1-4.75 1.2 2.85 2.85 0 0 1-4.75 0 2.85 2.85 0 0 1-4.75 0A2.6 2.6 0 0 1 2.5 9.2Z"/>',
    line: '<path d="M4 4h16l1.5 5.2a2.6 2.6 0 0 1-4.75 1.2 2.85 2.85 0 0 1-4.75 0 2.85 2.85 0 0 1-4.75 0A2.6 2.6 0 0 1 2.5 9.2Z"/><path d="M4.5 12v8h15v-8"/><path d="M10 20v-5h4v5"/>',
  },
  shop: {
    fill: '<path d="M5 8h14l1.2 12.5H3.8Z"/>',
    line: '<path d="M5 8h14l1.2 12.5H3.8Z"/><path d="M8.5 11V7a3.5 3.5 0 0 1 7 0v4" />',
  },
  card: {
    fill: '<rect x="2.5" y="5" width="19" height="5.5" rx="1.5"/>',
    line: '<rect x="2.5" y="5" width="19" height="14" rx="2.5"/><path d="M2.5 10h19"/><path d="M6.5 15h5"/>',
  },
  me: {
    fill: '<circle cx="12" cy="8" r="4"/>',
    line: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.6-4 3.6-6 7.5-6s6.900 2 7.500 6"/>',
  },
};

const SIZE_PX = 81;

for (const [name, { fill, line }] of Object.entries(SHAPES)) {
  draw(`${name}.png`, stroked(line, COLORS.inkFaint));
  draw(`${name}-on.png`, `<g fill="${COLORS.ink}">${fill}</g>${stroked(line, COLORS.ink)}`);
}

function stroked(shape, color) {
  return `<g fill="none" stroke="${color}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${shape}</g>`;
}

function draw(file, shapes) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${shapes}</svg>`;
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: SIZE_PX } }).render().asPng();
  writeFileSync(new URL(`../src/assets/tab/${file}`, import.meta.url), png);
}
