import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from './builds.mjs';
import { serverEnvironment } from './environment.mjs';
import { recordPids } from './left-overs.mjs';
import { at } from './paths.mjs';
import { execute } from './processes.mjs';
import { Service } from './service.mjs';
import { step } from './terminal.mjs';
import { usesRealWechat } from './wechat.mjs';
import { serveClient } from './web-server.mjs';

/**
 * The whole product as one thing that starts and stops: demo data, stand-in, API, worker, phone and console.
 * The database is brought by the caller, who also stops it.
 */
export class Product {
  #services = [];
  #servers = [];

  /**
   * @param {{ dataDir: string, database: { url: string, pid?: number }, demo?: Record<string, string>, quiet?: boolean,
   *   ports: { api: number, phone: number, console: number, wechat: number },
   *   onEnd?: (service: Service, why: string) => void, onGiveUp: (error: Error) => void }} what
   */
  constructor({ dataDir, database, ports, demo = {}, quiet = false, onEnd = () => undefined, onGiveUp }) {
    Object.assign(this, { dataDir, database, ports, demo, quiet });
    this.runFile = join(dataDir, 'run.json');
    this.factsFile = join(dataDir, 'demo.json');
    this.events = { onEnd, onGiveUp, onRestart: () => this.writeRunFile() };
  }

  /** Brings the database up to date, loads the demo data unless they are there, starts everything. */
  async start() {
    await build('shared', 'server', 'wechat', 'scripts');
    const { dataDir, database, ports } = this;
    this.environment = await serverEnvironment({ dataDir, databaseUrl: database.url, ports });
    mkdirSync(this.environment.MEDIA_DIR, { recursive: true });
    await step('Database up to date', () =>
      this.#tool('server/dist/migrate.js', { log: join(dataDir, 'logs/migrate.log') }),
    );
    // Built while the data is loaded; what fails is reported where the result is needed.
    const clients = build('h5', 'console');
    clients.catch(() => undefined);
    if (!usesRealWechat()) {
      await this.#startService('wechat', 'test/wechat/dist/main.js', {
        health: `${local(ports.wechat)}/`,
        args: ['--credentials', join(dataDir, 'wechat'), '--state', join(dataDir, 'wechat/state.json')],
      });
    }
    await this.#tool('scripts/dist/demo/main.js', { show: !this.quiet, log: join(dataDir, 'logs/demo.log') });
    await Promise.all([
      this.#startService('api', 'server/dist/main.js', { health: `${local(ports.api)}/health/ready` }),
      this.#startService('worker', 'server/dist/worker.js'),
    ]);
    await clients;
    await this.#serve(ports.phone, 'miniapp/dist/h5', { '/config.json': (host) => this.#phoneConfig(host) });
    await this.#serve(ports.console, 'admin/dist');
    this.writeRunFile();
  }

  /** Stops what was started here, last started first. */
  async stop() {
    rmSync(this.runFile, { force: true });
    await Promise.all(this.#servers.map((server) => server.stop()));
    for (const service of [...this.#services].reverse()) {
      await service.stop();
    }
  }

  /** What the demo data calls its people and places. */
  get facts() {
    return JSON.parse(readFileSync(this.factsFile, 'utf8'));
  }

  get addresses() {
    const { api, phone, console: consolePort, wechat } = this.ports;
    return {
      api: local(api),
      phone: local(phone),
      console: local(consolePort),
      wechat: usesRealWechat() ? null : local(wechat),
      docs: `${local(api)}/docs`,
    };
  }

  get #appId() {
    return process.env.WECHAT_APP_ID ?? this.environment.WECHAT_APP_ID;
  }

  #phoneConfig(host) {
    return {
      apiBase: `http://${host}:${this.ports.phone}`,
      wechatBase: usesRealWechat() ? null : `http://${host}:${this.ports.wechat}`,
      appId: this.#appId,
    };
  }

  #tool(entry, { log, show }) {
    return execute(process.execPath, [at(entry)], {
      cwd: at(),
      env: { ...this.environment, DEMO_FACTS: this.factsFile, ...this.demo },
      log,
      show,
    });
  }

  async #startService(name, entry, { health, args = [] } = {}) {
    const service = new Service(
      {
        name,
        title: TITLES[name],
        health,
        args: ['--enable-source-maps', at(entry), ...args],
        cwd: at(),
        env: { ...this.environment, DATA_DIR: this.dataDir },
        log: join(this.dataDir, `logs/${name}.log`),
      },
      this.events,
    );
    this.#services.push(service);
    await service.start();
    recordPids(this.dataDir, this.#pids());
  }

  /** Serves a copy, so that a build that is made meanwhile takes nothing away from those who are looking. */
  async #serve(port, built, json) {
    const folder = join(this.dataDir, 'clients', basename(built));
    rmSync(folder, { recursive: true, force: true });
    cpSync(at(built), folder, { recursive: true });
    this.#servers.push(await serveClient({ folder, port, apiPort: this.ports.api, json }));
  }

  #pids() {
    return Object.fromEntries(this.#services.map(({ name, pid }) => [name, pid]));
  }

  /** Says to other programs where everything is; again after each restart, because numbers change. */
  writeRunFile() {
    const pids = this.#pids();
    recordPids(this.dataDir, pids);
    const { admin, brandId, storeCode, liveCode, staffOpenid } = this.facts;
    const run = {
      ...this.addresses,
      pids: { run: process.pid, database: this.database.pid, ...pids },
      admin,
      appId: this.#appId,
      brandId,
      storeCode,
      liveCode,
      staffOpenid,
    };
    writeFileSync(`${this.runFile}.new`, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${this.runFile}.new`, this.runFile);
  }
}

/** What a person calls the programs that go by these names. */
const TITLES = { api: 'API', worker: 'worker', wechat: 'WeChat stand-in' };

const local = (port) => `http://127.0.0.1:${port}`;
