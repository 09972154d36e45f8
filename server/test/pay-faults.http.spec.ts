import { Chance } from './market/chance.js';
import { Life } from './market/life.js';
import { Market } from './market/market.js';
import { disagreements, reconcile, settle } from './market/settle.js';

/** `FAULT_RUNS=200 FAULT_SEED=1 npm test -- server --testPathPatterns pay-faults` goes on for longer. */
const RUNS = Number(process.env.FAULT_RUNS ?? 6);
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000_000);
const STEPS = 24;
const RATE = 0.2;
const TIMEOUT_MS = 60_000 + RUNS * 30_000;

/** Every way of WeChat Pay to fail; the work may be done nevertheless, or not. */
const FAULTS = [
  { mode: 'timeout', applied: true },
  { mode: 'timeout', applied: false },
  { mode: 'http500', applied: true },
  { mode: 'http500', applied: false },
  { mode: 'frequency', applied: false },
  { mode: 'systemError', applied: true },
  { mode: 'systemError', applied: false },
] as const;

describe('every call of WeChat Pay failing at random, one in five', () => {
  let market: Market;
  const dice = new Chance(SEED);

  beforeAll(async () => {
    // Nobody waits for an answer that never comes longer than a test has patience for.
    market = await Market.open({ random: dice.next }, { WECHAT_PAY_TIMEOUT_MS: '250' });
  }, TIMEOUT_MS);
  afterAll(() => market.close(), TIMEOUT_MS);

  it(
    `leads to no wrong state, and jobs settle everything afterwards: ${RUNS} lives from seed ${SEED}`,
    async () => {
      console.log(`pay faults: ${RUNS} runs from seed ${SEED}`);
      for (let run = 0; run < RUNS; run += 1) {
        await live(SEED + run);
      }
    },
    TIMEOUT_MS,
  );

  async function live(seed: number): Promise<void> {
    await market.beginAnew();
    const { town } = market;
    const life = new Life(market, new Chance(seed), { unavailable: true });
    const since = town.app.clock.now();
    await misbehave();
    for (let left = STEPS; left > 0; left -= 1) {
      await life.step();
    }
    const during = await market.violations();
    await town.wechat.clearFaults();
    await settle(market, life);
    const left = {
      during,
      violations: await market.violations(),
      disagreements: await disagreements(market, life),
      differences: await reconcile(market, since),
    };
    if (Object.values(left).some((found) => found.length > 0)) {
      console.log(`pay faults: FAULT_RUNS=1 FAULT_SEED=${seed}\n${life.story}`);
    }
    expect(left).toEqual({ during: [], violations: [], disagreements: [], differences: [] });
  }

  /** Each kind takes its part, so that one call in five meets one of them. */
  async function misbehave(): Promise<void> {
    for (const [index, { mode, applied }] of FAULTS.entries()) {
      // Those before it have had their turn: of what is left, this one takes an equal part.
      const rate = RATE / FAULTS.length / (1 - (RATE * index) / FAULTS.length);
      await market.town.wechat.fault({ api: 'pay', mode, applied, rate });
    }
  }
});
