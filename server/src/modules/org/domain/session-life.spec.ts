import { isWorthNoting, sessionExpiry } from './session-life.js';

const at = (time: string) => new Date(`2026-06-01T${time}.000Z`);

describe('the life of a console session', () => {
  it('lasts two hours from the last time it was used', () => {
    expect(sessionExpiry(at('08:00:00'), at('08:00:00'))).toEqual(at('10:00:00'));
    expect(sessionExpiry(at('08:00:00'), at('09:30:00'))).toEqual(at('11:30:00'));
  });

  it('never lasts longer than twelve hours', () => {
    expect(sessionExpiry(at('08:00:00'), at('19:00:00'))).toEqual(at('20:00:00'));
  });

  it('notes its use once a minute', () => {
    expect(isWorthNoting(at('08:00:00'), at('08:00:59'))).toBe(false);
    expect(isWorthNoting(at('08:00:00'), at('08:01:00'))).toBe(true);
  });
});
