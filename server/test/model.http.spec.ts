import { Chance } from './market/chance.js';
import { Life } from './market/life.js';
import { Market } from './market/market.js';
import { disagreements, reconcile, settle } from './market/settle.js';

/** `MODEL_RUNS=10000 MODEL_SEED=1 npm test -- server --testPathPatterns model` walks as many as one has patience for. */
const RUNS = Number(process.env.MODEL_RUNS ?? 20);
const SEED = Number(process.env.MODEL_SEED ?? Date.now() % 1_000_000_000);
const STEPS = { from: 6, to: 24 };
const TIMEOUT_MS = 60_000 + RUNS * 20_000;

describe('any order of ordering, paying, cancelling, telling twice, too late or never, and giving back', () => {
  let market: Market;

  beforeAll(async () => {
    market = await Market.open();
  }, TIMEOUT_MS);
  afterAll(() => market.close(), TIMEOUT_MS);

  it(
    `keeps every rule, ${RUNS} lives from seed ${SEED}`,
    async () => {
      console.log(`model: ${RUNS} runs from seed ${SEED}`);
      let orders = 0;
      for (let run = 0; run < RUNS; run += 1) {
        orders += await live(SEED + run);
        if (RUNS > 100 && (run + 1) % 100 === 0) {
          console.log(`model: ${run + 1} runs, ${orders} orders, last seed ${SEED + run}`);
        }
      }
      expect(orders).toBeGreaterThan(RUNS / 2);
    },
    TIMEOUT_MS,
  );

  async function live(seed: number): Promise<number> {
    await market.beginAnew();
    const chance = new Chance(seed);
    const life = new Life(market, chance);
    const since = market.town.app.clock.now();
    try {
      for (let left = chance.whole(STEPS.from, STEPS.to); left > 0; left -= 1) {
        await life.step();
      }
      const halfway = await market.violations();
      await settle(market, life);
      expect({
        halfway,
        violations: await market.violations(),
        disagreements: await disagreements(market, life),
        differences: await reconcile(market, since),
      }).toEqual({ halfway: [], violations: [], disagreements: [], differences: [] });
    } catch (error) {
      console.log(`model: MODEL_RUNS=1 MODEL_SEED=${seed} walks this again\n${life.story}`);
      throw error;
    }
    return life.orders.length;
  }
});
