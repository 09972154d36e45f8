import { openTestDatabase } from '../../../test/harness.js';
import { TestClock } from '../clock/index.js';
import { Idempotency, type IdempotentRequest } from './idempotency.js';
import { Refusal } from './refusal.js';

describe('several requests together', () => {
  let db: Awaited<ReturnType<typeof openTestDatabase>>;
  let idempotency: Idempotency;

  beforeAll(async () => {
    db = await openTestDatabase();
    idempotency = new Idempotency(db.unitOfWork, db.database, new TestClock());
  });

  afterAll(() => db.close());

  const request = (key: string, body: unknown = { key }): IdempotentRequest => ({
    actor: 'probe:1',
    key,
    route: 'probe',
    body,
  });

  const together = (requests: readonly IdempotentRequest[], worked: string[] = []) =>
    idempotency.runTogether(requests, (_tx, fresh) => {
      worked.push(...fresh.map(({ key }) => key));
      return Promise.resolve(
        fresh.map(({ key }) =>
          key.includes('refused') ? { failure: new Refusal('sold_out') } : { outcome: { key } },
        ),
      );
    });

  const keys = async (): Promise<string[]> =>
    (await db.database.query<{ name: string }>('SELECT idem_key AS name FROM idempotency_key')).map(
      ({ name }) => name,
    );

  it('works for those that are new, and tells the others what was answered then', async () => {
    await together([request('a'), request('b')]);
    const worked: string[] = [];
    const settled = await together([request('b'), request('c'), request('a', 'another body')], worked);
    expect(worked).toEqual(['c']);
    expect(settled).toEqual([
      { outcome: { key: 'b' } },
      { outcome: { key: 'c' } },
      { failure: expect.objectContaining({ code: 'idempotency_key_reused' }) as unknown },
    ]);
  });

  it('keeps the key of a refusal free', async () => {
    const settled = await together([request('refused'), request('fine')]);
    expect(settled[0]).toMatchObject({ failure: { code: 'sold_out' } });
    expect(await keys()).toEqual(expect.not.arrayContaining(['refused']));
    expect(await keys()).toEqual(expect.arrayContaining(['fine']));
  });

  it('answers the one way what was done the other way', async () => {
    await together([request('first together')]);
    const alone = await idempotency.run(request('first together'), () => Promise.reject(new Error('again')));
    expect(alone).toEqual({ key: 'first together' });
    await idempotency.run(request('first alone'), () => Promise.resolve({ key: 'alone' }));
    expect(await together([request('first alone')])).toEqual([{ outcome: { key: 'alone' } }]);
  });

  it('keeps nothing of the group when a twin was faster', async () => {
    const overtaken = idempotency.runTogether([request('twin'), request('bystander')], async (_tx, fresh) => {
      await idempotency.run(request('twin'), () => Promise.resolve({ key: 'the faster one' }));
      return fresh.map(({ key }) => ({ outcome: { key } }));
    });
    await expect(overtaken).rejects.toMatchObject({ errno: 1062 });
    expect(await keys()).toEqual(expect.not.arrayContaining(['bystander']));
  });
});
