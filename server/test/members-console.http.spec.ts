import type { Brand } from '../src/modules/org/index.js';
import { observeStatements } from '../src/platform/database/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { brandIdOf, Town, type Admin, type Customer } from './town.js';

interface Row {
  id: string;
  name: string | null;
  phoneMasked: string | null;
  cardNo: string;
}

describe('members at the console', () => {
  let town: Town;
  let coffee: Brand;
  let skincare: Brand;
  let owner: Admin;
  let operator: Admin;
  let stranger: Admin;
  let lin: Customer;
  let linId: string;

  beforeAll(async () => {
    town = await Town.start();
    [coffee, skincare] = [await town.brand(), await town.brand({ name: '木樨护肤' })];
    [owner, operator, stranger] = [
      await town.admin([coffee.id]),
      await town.admin([coffee.id], 'operator'),
      await town.admin([skincare.id]),
    ];
    const store = await town.store(coffee.id);
    lin = await town.visitor({ phone: '13800138021' });
    await lin.join(coffee.id, { storeId: store.id, phone: '13800138021' });
    await lin.send('PUT', '/api/member/me/profile', { name: '林小满' });
    linId = toPublicId('member', await lin.memberId());
    await lin.join(skincare.id);
    for (let n = 0; n < 4; n += 1) {
      await town.member(coffee.id);
    }
  });

  afterAll(() => town.stop());

  const list = (admin: Admin, brand: Brand, filter = '') =>
    admin.get<{ items: Row[]; next: string | null }>(
      `/api/admin/members?brandId=${brandIdOf(brand)}${filter}`,
    );
  const profile = (admin: Admin, brand: Brand, id = linId) =>
    admin.get(`/api/admin/members/${id}?brandId=${brandIdOf(brand)}`);
  const reveal = (admin: Admin, body: object, id = linId) =>
    admin.send('POST', `/api/admin/members/${id}/phone-reveal`, body);

  it('are hidden from everybody else', async () => {
    expect((await town.app.get(`/api/admin/members?brandId=${brandIdOf(coffee)}`)).status).toBe(401);
    expect(
      (await town.app.get(`/api/admin/members?brandId=${brandIdOf(coffee)}`, { token: lin.token })).status,
    ).toBe(401);
    expect((await list(stranger, coffee)).status).toBe(404);
    expect((await profile(stranger, coffee)).status).toBe(404);
    expect((await list(owner, skincare)).status).toBe(404);
    expect((await profile(owner, coffee, toPublicId('member', 999_999))).status).toBe(404);
  });

  it.each([
    'phone=123',
    'cardNo=12',
    'after=nonsense',
    'limit=51',
    'sort=phone',
    'phone=13800138021&phone=13800138022',
  ])('refuses the filter %s', async (filter) => {
    expect((await list(owner, coffee, `&${filter}`)).body).toMatchObject({ code: 'validation_failed' });
  });

  it('are listed newest first, page by page, in a fixed number of statements', async () => {
    const statements: string[] = [];
    const stop = observeStatements((sql) => statements.push(sql));
    const first = await list(owner, coffee, '&limit=3');
    stop();
    expect(first.body.items).toHaveLength(3);
    expect(statements.filter((sql) => /FROM (membership|member)\b/.test(sql))).toHaveLength(2);
    const second = await list(owner, coffee, `&limit=3&after=${first.body.next}`);
    expect(second.body.next).toBeNull();
    const ids = [...first.body.items, ...second.body.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(ids.at(-1)).toBe(linId);
  });

  it('are found by phone and by card number, within the brand', async () => {
    const byPhone = await list(owner, coffee, '&phone=13800138021');
    expect(byPhone.body.items).toMatchObject([
      { id: linId, name: '林小满', phoneMasked: '138****8021', store: { name: '徐家汇店' } },
    ]);
    const cardNo = byPhone.body.items[0]?.cardNo ?? '';
    expect((await list(owner, coffee, `&cardNo=${cardNo}`)).body.items).toHaveLength(1);
    expect((await list(stranger, skincare, `&cardNo=${cardNo}`)).body.items).toEqual([]);
    expect((await list(owner, coffee, '&phone=13900139000')).body.items).toEqual([]);
  });

  it('have a profile that names only brands in the admin’s scope', async () => {
    const { body } = await profile(owner, coffee);
    expect(body).toMatchObject({
      name: '林小满',
      identities: [{ kind: '微信小程序' }],
      memberships: [{ brand: '山前咖啡', store: '徐家汇店' }],
    });
    expect(JSON.stringify(body)).not.toContain(lin.openid);
    expect(JSON.stringify(body)).not.toContain('13800138021');
    expect((await profile(await town.admin('every'), coffee)).body.memberships).toHaveLength(2);
  });

  it('keep their phone from whoever may not see it or gives no reason', async () => {
    const request = { brandId: brandIdOf(coffee), reason: '联系顾客处理退款' };
    expect((await reveal(operator, request)).status).toBe(403);
    expect((await reveal(stranger, request)).status).toBe(404);
    expect((await reveal(owner, { ...request, brandId: brandIdOf(skincare) })).status).toBe(404);
    expect((await reveal(owner, { brandId: brandIdOf(coffee) })).status).toBe(422);
    expect((await reveal(owner, { ...request, reason: ' ' })).status).toBe(422);
    const audits = await town.app.query("SELECT id FROM audit_entry WHERE action = 'member.phone-revealed'");
    expect(audits).toEqual([]);
  });

  it('have their phone revealed with name and reason in the audit', async () => {
    const { body } = await reveal(owner, { brandId: brandIdOf(coffee), reason: '联系顾客处理退款' });
    expect(body).toEqual({ phone: '13800138021' });
    const audit = await owner.get<{ items: object[] }>(`/api/admin/audit?brandId=${brandIdOf(coffee)}`);
    expect(audit.body.items[0]).toMatchObject({
      actor: '管理员 林主理',
      action: 'member.phone-revealed',
      subject: linId,
      detail: { reason: '联系顾客处理退款' },
    });
  });

  it('disappear when they are forgotten', async () => {
    const leaver = await town.member(coffee.id);
    const id = toPublicId('member', await leaver.memberId());
    await leaver.send('POST', '/api/member/me/erasure', { confirm: '删除我的账户' });
    expect((await profile(owner, coffee, id)).status).toBe(404);
    expect((await list(owner, coffee)).body.items.map((row) => row.id)).not.toContain(id);
  });
});
