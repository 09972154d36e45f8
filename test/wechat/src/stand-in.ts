import cors from '@fastify/cors';
import fastify, { type FastifyInstance } from 'fastify';
import type { Context } from './context.js';
import { clockRoutes } from './control/clock-routes.js';
import { ControlRefusal } from './control/control-refusal.js';
import { faultRoutes } from './control/fault-routes.js';
import { historyRoutes } from './control/history-routes.js';
import { messageRoutes } from './control/message-routes.js';
import { paymentRoutes } from './control/payment-routes.js';
import { peopleRoutes } from './control/people-routes.js';
import { setUpTryIt, tryItRoutes } from './control/try-it-routes.js';
import { makeCredentials, type Credentials } from './credentials/make-credentials.js';
import { deviceRoutes } from './devices/device-routes.js';
import { Devices } from './devices/devices.js';
import { Faults } from './faults.js';
import { miniProgramRoutes } from './mini-program/mini-program-routes.js';
import { settingsOf, type StandInOptions } from './options.js';
import { pageRoutes } from './page/page-routes.js';
import { payRoutes } from './pay/pay-routes.js';
import { planEnd } from './pay/refunds.js';
import { Notifier } from './push/notifier.js';
import type { MovableClock } from './world/clock.js';
import { restoreWorld, Saver } from './world/snapshot.js';
import { World } from './world/world.js';

const HOST = '127.0.0.1';

export interface StandIn {
  readonly url: string;
  readonly credentials: Credentials;
  readonly clock: MovableClock;
  /** Resolves when every push and refund that is due has run. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a WeChat of our own. Never in production: whoever could reach it could pay with nothing. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error('The WeChat stand-in refuses to start with NODE_ENV=production');
  }
  const credentials = options.credentials ?? makeCredentials();
  const settings = settingsOf(options);
  const listeners: (() => void)[] = [];
  const changed = (): void => listeners.forEach((listener) => listener());
  const world = new World({ report: console.error, changed, realTime: options.realTime });
  const saver = options.stateFile === undefined ? undefined : keepIn(options.stateFile, world);
  setUpTryIt(world, options.tryIt ?? {});
  const notifier = new Notifier(world, credentials, settings.signTestEvery);
  const context: Context = { world, credentials, faults: new Faults(options.random), notifier, settings };
  const devices = new Devices(world, credentials.appId, settings.sheetWaitMs);
  listeners.push(
    () => saver?.soon(),
    () => devices.changedEverywhere(),
  );
  takeUpWhatWasUnderWay(context);

  const app = await build(context, devices, options.webFolders ?? [], changed);
  const url = await app.listen({ port: options.port ?? 0, host: options.host ?? HOST });
  return {
    url,
    credentials,
    clock: world.clock,
    settled: () => world.agenda.settled(),
    close: async () => {
      await app.close();
      await world.agenda.close();
      saver?.save();
    },
  };
}

function keepIn(file: string, world: World): Saver {
  restoreWorld(world, file);
  return new Saver(world, file);
}

function takeUpWhatWasUnderWay(context: Context): void {
  context.notifier.resume();
  context.world.refunds.values().forEach((refund) => planEnd(context, refund));
}

async function build(
  context: Context,
  devices: Devices,
  webFolders: readonly string[],
  changed: () => void,
): Promise<FastifyInstance> {
  const app = fastify({ forceCloseConnections: true });
  await app.register(cors, { origin: '*', methods: ['GET', 'POST', 'DELETE'] });
  app.setErrorHandler((error, _request, reply) => {
    const statusCode = statusOf(error);
    if (statusCode >= 500 && !(error instanceof ControlRefusal)) {
      console.error(error);
    }
    return reply.code(statusCode).send({ error: error instanceof Error ? error.message : String(error) });
  });
  app.addHook('onResponse', async ({ method }) => {
    if (method !== 'GET' && method !== 'OPTIONS') {
      changed();
    }
  });
  const parts = [
    miniProgramRoutes(context),
    payRoutes(context),
    peopleRoutes(context),
    paymentRoutes(context),
    historyRoutes(context),
    clockRoutes(context),
    faultRoutes(context),
    messageRoutes(context),
    tryItRoutes(context),
    deviceRoutes(context, devices),
    pageRoutes(context, webFolders),
  ];
  for (const part of parts) {
    await app.register(part);
  }
  return app;
}

function statusOf(error: unknown): number {
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' ? status : 500;
}
