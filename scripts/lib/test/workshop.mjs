import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bringChromium } from '../chromium.mjs';
import { DATA } from '../paths.mjs';
import { anyPort } from '../ports.mjs';
import { Product } from '../product.mjs';
import { say } from '../terminal.mjs';
import { makeThrowAwayFolder, productFolder, startThrowAwayDatabase } from '../throw-away.mjs';

/** Enough for every page to have something to show. */
const FEW_MEMBERS = { DEMO_MEMBERS: '300', DEMO_DAYS: '30' };

/** What tests need around them, brought when the first of them asks, and cleared away at the end. */
export class Workshop {
  #brought = new Map();

  constructor(lifetime, extra) {
    this.lifetime = lifetime;
    this.extra = extra;
    this.logs = join(DATA, 'test-logs');
    rmSync(this.logs, { recursive: true, force: true });
    mkdirSync(this.logs, { recursive: true });
  }

  /** A MariaDB of this run's own. */
  database = () =>
    this.#once('database', async () => {
      const folder = await this.#folder();
      const database = await startThrowAwayDatabase(folder);
      this.lifetime.atEnd(() => database.stop());
      return database;
    });

  chromium = () => this.#once('chromium', bringChromium);

  /** The whole product, with little demo data unless told otherwise; answers the environment that tests of it get. */
  product = (demo = FEW_MEMBERS) =>
    this.#once('product', async () => {
      const database = await this.database();
      const dataDir = productFolder(await this.#folder());
      const product = new Product({
        dataDir,
        database: { url: database.productUrl, pid: database.pid },
        ports: {
          api: await anyPort(),
          phone: await anyPort(),
          console: await anyPort(),
          wechat: await anyPort(),
        },
        demo,
        quiet: true,
        onGiveUp: (error) => say.failure(error),
      });
      this.lifetime.atEnd(() => product.stop());
      await product.start();
      return {
        ...product.environment,
        RUN_FILE: product.runFile,
        DEMO_FACTS: product.factsFile,
        PICTURES: join(this.logs, 'pictures'),
      };
    });

  #folder() {
    return this.#once('folder', async () => {
      const folder = await makeThrowAwayFolder();
      this.lifetime.atEnd(() => rmSync(folder, { recursive: true, force: true }));
      return folder;
    });
  }

  #once(name, bring) {
    if (!this.#brought.has(name)) {
      this.#brought.set(name, bring());
    }
    return this.#brought.get(name);
  }
}
