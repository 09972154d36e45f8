import type { Brand } from '../src/modules/org/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { brandIdOf, Town, type Customer } from './town.js';

const CONFIRMED = { confirm: '删除我的账户' };

describe('being forgotten', () => {
  let town: Town;
  let coffee: Brand;

  beforeAll(async () => {
    town = await Town.start();
    coffee = await town.brand();
  });

  afterAll(() => town.stop());

  const erase = (customer: Customer, body: object = CONFIRMED) =>
    customer.send('POST', '/api/member/me/erasure', body);
  const memberRow = async (memberId: number) =>
    (await town.app.query<Record<string, unknown>>('SELECT * FROM member WHERE id = ?', [memberId]))[0];

  it('is refused to visitors and without the very words', async () => {
    expect((await erase(await town.visitor())).status).toBe(403);
    const member = await town.member(coffee.id);
    for (const body of [{}, { confirm: true }, { confirm: '删除' }, { ...CONFIRMED, memberId: 'other' }]) {
      expect((await erase(member, body)).body).toMatchObject({ code: 'validation_failed' });
    }
    expect(await memberRow(await member.memberId())).toMatchObject({ erased_at: null });
  });

  it('destroys everything that says who it was, and keeps the numbers', async () => {
    const member = await town.member(coffee.id, { phone: '13800138009', unionid: 'union-of-the-forgotten' });
    await member.send('PUT', '/api/member/me/profile', { name: '林小满', birthday: '1990-05-21' });
    await member.send('POST', '/api/member/me/phone', { phoneCode: await member.phoneCode() });
    await member.send('POST', '/api/member/addresses', {
      name: '林小满',
      phone: '13800138009',
      province: '上海市',
      city: '上海市',
      district: '徐汇区',
      detail: '1 号',
    });
    const memberId = await member.memberId();
    const number = (await memberRow(memberId))?.number;

    expect((await erase(member)).status).toBe(204);

    expect(await memberRow(memberId)).toMatchObject({
      number,
      unionid: null,
      phone_sealed: null,
      phone_index: null,
      name_sealed: null,
      birthday_sealed: null,
    });
    expect(await town.app.query('SELECT id FROM identity WHERE member_id = ?', [memberId])).toEqual([]);
    expect(await town.app.query('SELECT id FROM identity WHERE openid = ?', [member.openid])).toEqual([]);
    expect(await town.app.query('SELECT id FROM address WHERE member_id = ?', [memberId])).toEqual([]);
    const cards = await town.app.query<{ status: string }>(
      'SELECT status FROM membership WHERE member_id = ?',
      [memberId],
    );
    expect(cards).toEqual([{ status: 'closed' }]);
    const [last] = await town.app.query<{ given: number }>(
      "SELECT given FROM consent WHERE member_id = ? AND purpose = 'service' ORDER BY id DESC LIMIT 1",
      [memberId],
    );
    expect(last?.given).toBe(0);
  });

  it('ends every session at once, though it was used a moment ago', async () => {
    const member = await town.member(coffee.id);
    const second = (await member.signIn()).body.token;
    expect((await member.get('/api/member/me')).status).toBe(200);
    await erase(member);
    expect((await member.get('/api/member/me')).status).toBe(401);
    expect((await town.app.get('/api/member/me', { token: second })).status).toBe(401);
  });

  it('lets the person come back as somebody new, with the same phone', async () => {
    const member = await town.member(coffee.id, { phone: '13800138010', unionid: 'union-of-a-returner' });
    await member.send('POST', '/api/member/me/phone', { phoneCode: await member.phoneCode() });
    const before = await member.memberId();
    await erase(member);
    expect((await member.signIn()).body.memberId).toBeNull();
    await member.join(coffee.id, { phone: '13800138010' });
    expect(await member.memberId()).not.toBe(before);
    expect((await member.get('/api/member/me')).body).toMatchObject({
      phoneMasked: '138****8010',
      name: null,
    });
  });

  it('takes the job binding along', async () => {
    const store = await town.store(coffee.id);
    const owner = await town.admin([coffee.id]);
    const hired = await owner.send<{ invitation: { code: string } }>('POST', '/api/admin/staff', {
      brandId: brandIdOf(coffee),
      name: '小满',
      role: 'clerk',
      storeIds: [toPublicId('store', store.id)],
    });
    const clerk = await town.member(coffee.id);
    const { code } = hired.body.invitation;
    expect((await clerk.send('POST', '/api/member/staff-invitations/acceptance', { code })).status).toBe(200);
    await erase(clerk);
    const [row] = await town.app.query<{ ended_at: Date | null }>(
      'SELECT ended_at FROM staff WHERE member_id IS NULL',
    );
    expect(row?.ended_at).not.toBeNull();
  });

  it('happens once, and leaves nothing half-done beside parallel joins and changes', async () => {
    const skincare = await town.brand({ name: '木樨护肤' });
    for (let round = 0; round < 10; round += 1) {
      const member = await town.member(coffee.id);
      const memberId = await member.memberId();
      const answers = await Promise.all([
        erase(member),
        member.join(skincare.id).then(
          () => ({ status: 201 }),
          () => ({ status: 401 }),
        ),
        member.send('PUT', '/api/member/me/profile', { name: '赶在最后' }),
        erase(member),
      ]);
      expect(answers.every(({ status }) => status < 500)).toBe(true);
      expect(await memberRow(memberId)).toMatchObject({ name_sealed: null });
      const open = await town.app.query(
        "SELECT id FROM membership WHERE member_id = ? AND status = 'active'",
        [memberId],
      );
      expect(open).toEqual([]);
      const audits = await town.app.query(
        "SELECT id FROM audit_entry WHERE action = 'member.erased' AND subject_id = ?",
        [memberId],
      );
      expect(audits).toHaveLength(1);
    }
  });
});
