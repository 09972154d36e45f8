import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { fields, flag, oneOf, optional, whole } from '../shape.js';
import { SIGNATURE_TIMES, type SignatureTime } from '../world/clock.js';
import { refuse } from './control-refusal.js';
import { instant, toInstant } from './instant.js';
import { read } from './read.js';

interface ClockMove {
  readonly advanceMs?: number;
  readonly set?: string | number;
  readonly reset?: boolean;
  readonly signatures?: SignatureTime;
}

const CENTURY_MS = 100 * 366 * 86_400_000;
/** A move answers when what became due has happened, but keeps nobody waiting longer than this. */
const SETTLE_WITHIN_MS = 10_000;

const MOVE = fields({
  advanceMs: optional(whole({ min: -CENTURY_MS, max: CENTURY_MS })),
  set: optional(instant),
  reset: optional(flag),
  signatures: optional(oneOf(...SIGNATURE_TIMES)),
});

/** The stand-in's time. */
export function clockRoutes({ world }: Context) {
  const { clock, agenda } = world;
  const view = (): object => ({ now: new Date(clock.now()).toISOString(), ...clock.toJSON() });

  return async (app: FastifyInstance): Promise<void> => {
    app.get('/control/clock', async () => view());
    app.post('/control/clock', async ({ body }) => {
      const move = read<ClockMove>(MOVE, body);
      if ([move.advanceMs, move.set, move.reset].filter((each) => each !== undefined).length > 1) {
        refuse(400, 'advanceMs, set and reset exclude each other');
      }
      if (move.reset === true) {
        clock.reset();
      }
      if (move.signatures !== undefined) {
        clock.signWith(move.signatures);
      }
      if (move.set !== undefined) {
        clock.set(toInstant(move.set));
      }
      if (move.advanceMs !== undefined) {
        clock.advance(move.advanceMs);
      }
      await Promise.race([agenda.settled(), wait(SETTLE_WITHIN_MS)]);
      return view();
    });
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
