import { codeToShow, type KeptCode } from './kept-code';

const NOW = Date.parse('2026-11-22T07:00:00.000Z');
const kept: KeptCode = {
  brandId: 'br_1',
  code: 'LIVE',
  offlineCode: 'OFFLINE',
  expiresAt: new Date(NOW + 60_000).toISOString(),
  refreshAfterSeconds: 30,
  fetchedAt: NOW,
};
const at = (minutes: number, offline: boolean) =>
  codeToShow(kept, { brandId: 'br_1', now: NOW + minutes * 60_000, offline });

it('shows the live code while it lives', () => {
  expect(at(0.5, false)).toBe('LIVE');
  expect(at(0.5, true)).toBe('LIVE');
});

it('shows the offline code without a network, for as long as stores take it', () => {
  expect(at(2, true)).toBe('OFFLINE');
  expect(at(4.6, true)).toBeUndefined();
});

it('shows no stale code while the network is there', () => {
  expect(at(2, false)).toBeUndefined();
});

it('never shows another brand’s code', () => {
  expect(codeToShow(kept, { brandId: 'br_2', now: NOW, offline: false })).toBeUndefined();
  expect(codeToShow(undefined, { brandId: 'br_1', now: NOW, offline: true })).toBeUndefined();
});
