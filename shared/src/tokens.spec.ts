import { brandPalette, COLORS, contrastRatio, cssVariables, HOUSE_PRIMARY } from './tokens.js';

describe('brandPalette', () => {
  it.each(['#6f4e37', '#c2185b', '#1f4b6e', '#ffd54f', '#f7c6c7', '#111111'])(
    'keeps text on %s readable',
    (primary) => {
      const palette = brandPalette(primary);
      expect(contrastRatio(palette.primary, palette.onPrimary)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('falls back to the house colour when a brand has none that can be read', () => {
    expect(brandPalette('tomato').primary).toBe(HOUSE_PRIMARY);
    expect(brandPalette().primary).toBe(HOUSE_PRIMARY);
  });

  it('darkens and lightens around the primary colour', () => {
    const { primary, primaryDeep, primarySoft } = brandPalette('#6f4e37');
    expect(contrastRatio(primaryDeep, '#ffffff')).toBeGreaterThan(contrastRatio(primary, '#ffffff'));
    expect(contrastRatio(primarySoft, primary)).toBeGreaterThan(4.5);
  });
});

it('writes a palette as CSS variables', () => {
  expect(cssVariables(brandPalette('#6f4e37'))).toMatchObject({
    '--primary': '#6f4e37',
    '--on-primary': '#ffffff',
  });
});

it.each(['ink', 'inkSoft', 'danger', 'success', 'warning'] as const)(
  'reads %s on paper and on white',
  (name) => {
    expect(contrastRatio(COLORS[name], COLORS.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(COLORS[name], COLORS.surface)).toBeGreaterThanOrEqual(4.5);
  },
);
