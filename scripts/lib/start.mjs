import { openDatabase } from './database.mjs';
import { installDependencies } from './install.mjs';
import { introduce } from './introduction.mjs';
import { claim, release } from './left-overs.mjs';
import { DATA } from './paths.mjs';
import { choosePort } from './ports.mjs';
import { Product } from './product.mjs';
import { say, step } from './terminal.mjs';

/** `npm start`: brings everything up, says where it is, and stays until it is told to stop. */
export async function run(_args, lifetime) {
  await claim(DATA);
  lifetime.atEnd(() => release(DATA));
  const [database] = await Promise.all([bringDatabase(lifetime), installDependencies()]);
  const product = new Product({
    dataDir: DATA,
    database,
    ports: await choosePorts(),
    onEnd: (service, why) => say.warn(`The ${service.title} ${why}; it is started again.`),
    onGiveUp: (error) => lifetime.end(error),
  });
  lifetime.atEnd(() => product.stop());
  lifetime.atEnd(() => say.line('\nStopping …'));
  await product.start();
  database.keepAlive({
    onEnd: () => say.warn('The database process has ended; it is started again.'),
    onRestart: () => product.writeRunFile(),
    onGiveUp: (error) => lifetime.end(error),
  });
  await introduce(product);
  await lifetime.ended;
  return 0;
}

function bringDatabase(lifetime) {
  const opening = step('Database running', () => openDatabase(DATA));
  // Registered before it is there: a failure elsewhere must not leave it behind.
  lifetime.atEnd(async () => {
    const database = await opening.catch(() => undefined);
    await database?.stop();
  });
  return opening;
}

async function choosePorts() {
  const taken = new Set();
  return {
    api: await choosePort('PORT_API', 8080, taken),
    phone: await choosePort('PORT_PHONE', 8081, taken),
    console: await choosePort('PORT_CONSOLE', 8082, taken),
    wechat: await choosePort('PORT_WECHAT', 8083, taken),
  };
}
