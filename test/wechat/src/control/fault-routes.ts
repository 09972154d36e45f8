import type { FastifyInstance } from 'fastify';
import { APIS, apisNamed } from '../apis.js';
import type { Context } from '../context.js';
import { APPLIED_UNLESS_ASKED, FAULT_MODES, type FaultMode } from '../faults.js';
import { fields, flag, nullable, numeric, oneOf, optional, required, text, whole } from '../shape.js';
import { refuse } from './control-refusal.js';
import { read } from './read.js';

interface FaultOrder {
  readonly api: string;
  readonly mode: FaultMode;
  readonly rate?: number;
  readonly count?: number | null;
  readonly applied?: boolean;
}

const FAULT = fields({
  api: required(text({ max: 128 })),
  mode: required(oneOf(...FAULT_MODES)),
  rate: optional(numeric({ min: 0, max: 1 })),
  count: optional(nullable(whole({ min: 1 }))),
  applied: optional(flag),
});

/** Misbehaviour on demand. */
export function faultRoutes({ faults }: Context) {
  const view = (): object => ({ faults: faults.list(), apis: Object.keys(APIS), modes: FAULT_MODES });

  return async (app: FastifyInstance): Promise<void> => {
    app.get('/control/faults', async () => view());
    app.post('/control/faults', async ({ body }) => {
      const order = read<FaultOrder>(FAULT, body);
      const apis = apisNamed(order.api);
      if (apis.length === 0) {
        refuse(400, `no api ${order.api}; there are *, pay, mini-program, ${Object.keys(APIS).join(', ')}`);
      }
      faults.order({
        apis,
        mode: order.mode,
        rate: order.rate ?? 1,
        remaining: order.count ?? null,
        applied: order.applied ?? APPLIED_UNLESS_ASKED[order.mode],
      });
      return view();
    });
    app.delete('/control/faults', async () => {
      faults.clear();
      return view();
    });
  };
}
