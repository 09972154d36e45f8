import type { Connection } from 'mysql2/promise';
import { businessDayOf } from '@regulars/server/platform/clock/business-day';
import type { Config } from '@regulars/server/platform/config/index';
import { FieldCipher } from '@regulars/server/platform/crypto/field-cipher';
import { configurePublicIds } from '@regulars/server/platform/ids/public-id';
import { factsOf, notesOf, type Notes, writeFacts } from './facts.js';
import { connect } from './load/bulk-writer.js';
import { empty, isEmpty } from './load/emptiness.js';
import { loadDemo } from './load/load-demo.js';
import { readMarker, withLock, writeMarker } from './load/marker.js';
import { Progress } from './load/progress.js';
import { DemoRefused } from './refused.js';
import { introduceToStandIn, remindStandIn } from './stand-in.js';

export interface DemoWish {
  readonly members: number;
  readonly days: number;
  readonly seed: string;
  readonly factsFile: string;
}

/** Loads the demo data unless they are there, and tells everybody what it is called. */
export async function ensureDemo(config: Config, wish: DemoWish): Promise<void> {
  const connection = await connect(config.get('databaseUrl'));
  try {
    const notes = await withLock(connection, () => notesOfDemo(connection, config, wish));
    configurePublicIds(config.get('idKey'));
    const facts = factsOf(notes, config.get('wechatAppId'), config.get('consoleUrl'));
    writeFacts(wish.factsFile, facts);
    if (isStandIn(config)) {
      await introduceToStandIn(config.get('wechatApiBase'), facts);
      await remindStandIn(config.get('wechatPayBase'), connection);
    }
  } finally {
    await connection.end();
  }
}

async function notesOfDemo(connection: Connection, config: Config, wish: DemoWish): Promise<Notes> {
  const marker = await readMarker(connection);
  if (marker?.state === 'ready') {
    return JSON.parse(marker.notes) as Notes;
  }
  if (marker) {
    process.stderr.write('The last load of the demo data was broken off; it is begun anew.\n');
    await empty(connection);
  } else if (!(await isEmpty(connection))) {
    throw new DemoRefused(
      'The database holds data of its own, so no demo data are loaded into it. Name an empty one in DATABASE_URL.',
    );
  }
  await writeMarker(connection, { state: 'loading', notes: '{}' });
  const notes = await load(config, wish);
  await writeMarker(connection, { state: 'ready', notes: JSON.stringify(notes) });
  return notes;
}

async function load(config: Config, { members, days, seed }: DemoWish): Promise<Notes> {
  const progress = new Progress('Demo data');
  const started = Date.now();
  const now = new Date();
  const today = businessDayOf(now);
  const { shop, rows } = await loadDemo(
    { members, days, seed, now, today },
    {
      databaseUrl: config.get('databaseUrl'),
      appId: config.get('wechatAppId'),
      mchId: config.get('wechatMchId'),
      seals: new FieldCipher(config),
      onProgress: (share, written) => progress.at(share, `${written.toLocaleString('en')} rows`),
    },
  );
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  progress.end(`${members.toLocaleString('en')} members, ${rows.toLocaleString('en')} rows in ${seconds} s`);
  return notesOf(shop, { members, today });
}

/** Its app ids say so themselves. */
const isStandIn = (config: Config): boolean => config.get('wechatAppId').includes('standin');
