import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import {
  expiryOf,
  makeRotatingCode,
  readRotatingCode,
  WINDOW_SECONDS,
  windowOf,
  type Mac,
  type RotatingCode,
} from './rotating-code.js';

const macWith =
  (key: string): Mac =>
  (text) =>
    createHmac('sha256', key).update(text).digest();
const mac = macWith('a key');
const noon = new Date('2026-06-01T04:00:00.000Z');
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const made = (kind: RotatingCode['kind'], at = noon): string =>
  makeRotatingCode(mac, { kind, subject: 4711, window: windowOf(at) });

const anyCode = fc.record<RotatingCode>({
  kind: fc.constantFrom('live', 'offline'),
  subject: fc.integer({ min: 1, max: 2 ** 48 - 1 }),
  window: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});
const madeAt = (window: number) => new Date(window * WINDOW_SECONDS * 1000);

describe('rotating code', () => {
  it('refuses what is no code of ours', () => {
    const code = made('live');
    const swapped = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');
    for (const text of [
      '',
      'L1',
      code.toLowerCase(),
      `${code}A`,
      swapped,
      `F${code.slice(1)}`,
      `L2${code.slice(2)}`,
    ]) {
      expect(readRotatingCode(mac, text, noon)).toBeUndefined();
    }
    expect(readRotatingCode(macWith('another key'), code, noon)).toBeUndefined();
  });

  it('takes a live code in its own and the next window, an offline one for five minutes', () => {
    expect(readRotatingCode(mac, made('live'), later(59.999))).toEqual({
      kind: 'live',
      subject: 4711,
      window: windowOf(noon),
    });
    expect(readRotatingCode(mac, made('live'), later(60))).toBeUndefined();
    expect(readRotatingCode(mac, made('offline'), later(329.999))).toBeDefined();
    expect(readRotatingCode(mac, made('offline'), later(330))).toBeUndefined();
    expect(readRotatingCode(mac, made('live', later(30)), noon)).toBeUndefined();
  });

  it('says itself when it ends', () => {
    for (const kind of ['live', 'offline'] as const) {
      const end = expiryOf(kind, windowOf(noon));
      expect(readRotatingCode(mac, made(kind), new Date(end.getTime() - 1))).toBeDefined();
      expect(readRotatingCode(mac, made(kind), end)).toBeUndefined();
    }
  });

  it('reads what it makes and fits the alphanumeric set of a small QR', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const text = makeRotatingCode(mac, code);
        expect(text).toMatch(/^[LF]1[A-Z2-9]{29}$/);
        expect(readRotatingCode(mac, text, madeAt(code.window))).toEqual(code);
      }),
    );
  });

  it('refuses any altered letter', () => {
    fc.assert(
      fc.property(
        anyCode,
        fc.nat(30),
        fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'),
        (code, place, letter) => {
          const text = makeRotatingCode(mac, code);
          fc.pre(text[place] !== letter);
          const altered = text.slice(0, place) + letter + text.slice(place + 1);
          expect(readRotatingCode(mac, altered, madeAt(code.window))).toBeUndefined();
        },
      ),
    );
  });

  it('shows nothing in common between neighbouring subjects or windows', () => {
    const texts = [
      makeRotatingCode(mac, { kind: 'live', subject: 1, window: 100 }),
      makeRotatingCode(mac, { kind: 'live', subject: 2, window: 100 }),
      makeRotatingCode(mac, { kind: 'live', subject: 1, window: 101 }),
    ];
    const subjects = texts.map((text) => text.slice(2, 24));
    expect(new Set(subjects.map((text) => text.slice(0, 8))).size).toBe(3);
    expect(new Set(subjects.map((text) => text.slice(13))).size).toBe(3);
  });
});
