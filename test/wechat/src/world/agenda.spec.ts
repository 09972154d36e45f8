import { Agenda } from './agenda.js';
import { MovableClock } from './clock.js';

const HOUR_MS = 3_600_000;

function setUp(): { clock: MovableClock; agenda: Agenda; problems: unknown[] } {
  const clock = new MovableClock(() => 1_000_000);
  const problems: unknown[] = [];
  return {
    clock,
    agenda: new Agenda(
      clock,
      (error) => problems.push(error),
      () => undefined,
    ),
    problems,
  };
}

it('runs what is due, in the order of its time, and nothing else', async () => {
  const { clock, agenda } = setUp();
  const ran: string[] = [];
  agenda.plan(clock.now() + 2 * HOUR_MS, () => void ran.push('second'));
  agenda.plan(clock.now() + HOUR_MS, () => void ran.push('first'));
  agenda.plan(clock.now() + 3 * HOUR_MS, () => void ran.push('third'));
  clock.advance(2 * HOUR_MS);
  await agenda.settled();
  expect(ran).toEqual(['first', 'second']);
  await agenda.close();
});

it('plays everything that a leap made due, and what that plans in turn', async () => {
  const { clock, agenda } = setUp();
  const ran: number[] = [];
  const again = (dueAt: number): void => {
    ran.push(dueAt);
    agenda.plan(dueAt + HOUR_MS, again);
  };
  agenda.plan(clock.now(), again);
  clock.advance(5 * HOUR_MS);
  await agenda.settled();
  expect(ran).toHaveLength(6);
  await agenda.close();
});

it('goes on after a failure, and reports it', async () => {
  const { clock, agenda, problems } = setUp();
  const ran: string[] = [];
  agenda.plan(clock.now(), () => Promise.reject(new Error('broken')));
  agenda.plan(clock.now(), () => void ran.push('fine'));
  await agenda.settled();
  expect(ran).toEqual(['fine']);
  expect(problems).toMatchObject([{ message: 'broken' }]);
  await agenda.close();
});

describe('the clock', () => {
  it('signs at real time when it is ahead, and at its own when it is behind', () => {
    const clock = new MovableClock(() => 1_000_000);
    clock.advance(5_000);
    expect(clock.signingNow()).toBe(1_000_000);
    clock.advance(-10_000);
    expect(clock.signingNow()).toBe(995_000);
    clock.signWith('real');
    expect(clock.signingNow()).toBe(1_000_000);
    clock.set(2_000_000);
    clock.signWith('moved');
    expect(clock.signingNow()).toBe(2_000_000);
    clock.reset();
    expect([clock.now(), clock.signingNow()]).toEqual([1_000_000, 1_000_000]);
  });
});
