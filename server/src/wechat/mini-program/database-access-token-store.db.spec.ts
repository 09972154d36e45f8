import { openTestDatabase } from '../../../test/harness.js';
import type { FieldCipher } from '../../platform/crypto/index.js';
import { DatabaseAccessTokenStore } from './database-access-token-store.js';

type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>;

/** Base64 is no secret but not the text either: enough to see that the token is never stored as it is. */
const cipher = {
  seal: (text: string) => Buffer.from(text).toString('base64'),
  open: (sealed: string) => Buffer.from(sealed, 'base64').toString(),
} as FieldCipher;

describe('DatabaseAccessTokenStore', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  const storeOf = (appId: string) => new DatabaseAccessTokenStore(appId, db.database, db.unitOfWork, cipher);
  const token = (text: string) => ({ token: text, expiresAt: new Date('2026-06-01T06:00:00.123Z') });

  it('holds nothing at first, then one token an app, sealed', async () => {
    const store = storeOf('wxa');
    expect(await store.load()).toBeUndefined();
    await store.save(token('TOKEN1'), undefined);
    expect(await store.load()).toEqual(token('TOKEN1'));
    expect(await storeOf('wxb').load()).toBeUndefined();
    const [row] = await db.database.query<{ sealed_token: string }>('SELECT * FROM wechat_access_token');
    expect(JSON.stringify(row)).not.toContain('TOKEN1');
  });

  it('keeps the first of two who renew at once', async () => {
    const store = storeOf('wxc');
    await store.save(token('TOKEN1'), undefined);
    await store.save(token('LATE'), undefined);
    expect(await store.load()).toEqual(token('TOKEN1'));

    const seen = await store.load();
    await store.save(token('TOKEN2'), seen);
    await store.save(token('LATE'), seen);
    expect(await store.load()).toEqual(token('TOKEN2'));
  });
});
