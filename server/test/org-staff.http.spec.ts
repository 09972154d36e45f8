import { randomBytes } from 'node:crypto';
import type { Brand, Store } from '../src/modules/org/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { brandIdOf, Town, type Admin, type Customer } from './town.js';

interface Invited {
  staff: { id: string; name: string; status: string; stores: { name: string }[] };
  invitation: { code: string; expiresAt: string };
}

const DAY = 86_400_000;

describe('staff over HTTP', () => {
  let town: Town;
  let coffee: Brand;
  let skincare: Brand;
  let store: Store;
  let foreignStore: Store;
  let owner: Admin;
  let viewer: Admin;
  let stranger: Admin;

  beforeAll(async () => {
    town = await Town.start();
    [coffee, skincare] = [await town.brand(), await town.brand({ name: '木樨护肤' })];
    [store, foreignStore] = [await town.store(coffee.id), await town.store(skincare.id, { name: '静安店' })];
    owner = await town.admin([coffee.id]);
    viewer = await town.admin([coffee.id], 'viewer');
    stranger = await town.admin([skincare.id]);
  });

  beforeEach(async () => {
    town.app.clock.set('2026-06-01T04:00:00.000Z');
  });

  afterAll(() => town.stop());

  const clerk = (storeIds = [store.id]) => ({
    brandId: brandIdOf(coffee),
    name: '小满',
    role: 'clerk',
    storeIds: storeIds.map((id) => toPublicId('store', id)),
  });
  const hire = async (admin = owner, body: object = clerk()): Promise<Invited> =>
    (await admin.send<Invited>('POST', '/api/admin/staff', body)).body;
  const accept = (customer: Customer, code: string) =>
    customer.send('POST', '/api/member/staff-invitations/acceptance', { code });
  const newcomer = () => town.member(coffee.id);
  const staffRows = async () => (await town.app.query('SELECT id FROM staff')).length;

  describe('POST /api/admin/staff', () => {
    it('refuses viewers, admins of another brand, and stores of another brand; hires nobody', async () => {
      const before = await staffRows();
      expect((await viewer.send('POST', '/api/admin/staff', clerk())).status).toBe(403);
      expect((await stranger.send('POST', '/api/admin/staff', clerk())).status).toBe(404);
      const foreign = await owner.send('POST', '/api/admin/staff', clerk([store.id, foreignStore.id]));
      expect(foreign.body).toMatchObject({ code: 'validation_failed', errors: [{ field: 'storeIds' }] });
      expect((await owner.send('POST', '/api/admin/staff', clerk([]))).status).toBe(422);
      expect((await owner.send('POST', '/api/admin/staff', { ...clerk(), storeIds: ['x'] })).status).toBe(
        422,
      );
      expect(await staffRows()).toBe(before);
    });

    it('hires somebody with an invitation that the database only knows as a hash', async () => {
      const { staff, invitation } = await hire();
      expect(staff).toMatchObject({ name: '小满', status: 'invited', stores: [{ name: '徐家汇店' }] });
      expect(invitation.expiresAt).toBe('2026-06-08T04:00:00.000Z');
      const rows = await town.app.query<{ code_hash: string }>('SELECT code_hash FROM staff_invitation');
      expect(rows.map(({ code_hash }) => code_hash)).not.toContain(invitation.code);
    });
  });

  describe('POST /api/member/staff-invitations/acceptance', () => {
    it('refuses strangers, visitors, and codes that are wrong, old or replaced', async () => {
      const { staff, invitation } = await hire();
      const path = '/api/member/staff-invitations/acceptance';
      expect((await town.app.post(path, { body: { code: invitation.code } })).status).toBe(401);
      expect((await accept(await town.visitor(), invitation.code)).body).toMatchObject({
        code: 'membership_required',
      });
      const member = await newcomer();
      expect((await accept(member, 'short')).body).toMatchObject({ code: 'validation_failed' });
      expect((await accept(member, 'AAAAAAAAAA')).body).toMatchObject({ code: 'invitation_invalid' });
      const again = await owner.send<{ code: string }>('POST', `/api/admin/staff/${staff.id}/invitation`);
      expect((await accept(member, invitation.code)).body).toMatchObject({ code: 'invitation_invalid' });
      town.app.clock.advance(7 * DAY);
      await member.signIn();
      expect((await accept(member, again.body.code)).body).toMatchObject({ code: 'invitation_invalid' });
      expect((await member.get('/api/staff/me')).status).toBe(403);
    });

    it('binds a member to the job, and pressing twice changes nothing', async () => {
      const { invitation } = await hire();
      const member = await newcomer();
      const answers = await Promise.all([accept(member, invitation.code), accept(member, invitation.code)]);
      for (const { status, body } of answers) {
        expect(status).toBe(200);
        expect(body).toMatchObject({ name: '小满', role: 'clerk', brandId: brandIdOf(coffee) });
      }
      const me = await member.get('/api/staff/me');
      expect(me.body).toMatchObject({ name: '小满', stores: [{ name: '徐家汇店' }] });
      expect((await member.get('/api/member/me')).body).toMatchObject({ staff: me.body });
      const audits = await town.app.query(
        "SELECT id FROM audit_entry WHERE action = 'staff.bound' AND actor_id = ?",
        [await member.memberId()],
      );
      expect(audits).toHaveLength(1);
    });

    it('goes to one of ten who try the same code at once', async () => {
      const { invitation } = await hire();
      const people = await Promise.all(Array.from({ length: 10 }, newcomer));
      const answers = await Promise.all(people.map((person) => accept(person, invitation.code)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ body }) => body.code === 'invitation_invalid')).toHaveLength(9);
    });

    it('gives one person one job, also when they accept two at once', async () => {
      const [first, second] = [await hire(), await hire()];
      const member = await newcomer();
      const answers = await Promise.all([
        accept(member, first.invitation.code),
        accept(member, second.invitation.code),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.map(({ body }) => body.code)).toContain('already_staff');
      const jobs = await town.app.query('SELECT id FROM staff WHERE member_id = ?', [
        await member.memberId(),
      ]);
      expect(jobs).toHaveLength(1);
    });
  });

  describe('POST /api/admin/staff/{id}/invitation and DELETE /api/admin/staff/{id}', () => {
    it('are refused to viewers, to admins of another brand, and for people who are no staff', async () => {
      const { staff } = await hire();
      for (const [admin, status] of [
        [viewer, 403],
        [stranger, 404],
      ] as const) {
        expect((await admin.send('POST', `/api/admin/staff/${staff.id}/invitation`)).status).toBe(status);
        expect((await admin.send('DELETE', `/api/admin/staff/${staff.id}`)).status).toBe(status);
      }
      const unknown = toPublicId('staff', 999_999);
      expect((await owner.send('DELETE', `/api/admin/staff/${unknown}`)).status).toBe(404);
      expect((await owner.send('DELETE', '/api/admin/staff/1')).status).toBe(404);
    });

    it('invite nobody who is bound already', async () => {
      const { staff, invitation } = await hire();
      await accept(await newcomer(), invitation.code);
      const again = await owner.send('POST', `/api/admin/staff/${staff.id}/invitation`);
      expect(again.body).toMatchObject({ code: 'staff_already_bound' });
    });

    it('end somebody’s work at once, and free them for another job', async () => {
      const { staff, invitation } = await hire();
      const member = await newcomer();
      await accept(member, invitation.code);
      expect((await member.get('/api/staff/me')).status).toBe(200);
      expect((await owner.send('DELETE', `/api/admin/staff/${staff.id}`)).status).toBe(204);
      expect((await member.get('/api/staff/me')).status).toBe(403);
      expect((await member.get('/api/member/me')).body).toMatchObject({ staff: null });
      expect((await owner.send('DELETE', `/api/admin/staff/${staff.id}`)).status).toBe(404);
      const next = await hire();
      expect((await accept(member, next.invitation.code)).status).toBe(200);
    });

    it('make an open invitation worthless', async () => {
      const { staff, invitation } = await hire();
      await owner.send('DELETE', `/api/admin/staff/${staff.id}`);
      expect((await accept(await newcomer(), invitation.code)).body).toMatchObject({
        code: 'invitation_invalid',
      });
    });
  });

  describe('GET /api/admin/staff', () => {
    it('shows the brand’s own people in pages, to those who may see them', async () => {
      const brand = await town.brand({ name: `品牌${randomBytes(2).toString('hex')}` });
      const [here, there] = [
        await town.store(brand.id, { name: '甲店' }),
        await town.store(brand.id, { name: '乙店' }),
      ];
      const admin = await town.admin([brand.id]);
      for (const name of ['一', '二', '三']) {
        await hire(admin, { ...clerk([here.id, there.id]), brandId: brandIdOf(brand), name });
      }
      const path = `/api/admin/staff?brandId=${brandIdOf(brand)}&limit=2`;
      expect((await owner.get(path)).status).toBe(404);
      type StaffPage = { items: Invited['staff'][]; next: string };
      const first = await admin.get<StaffPage>(path);
      expect(first.body.items.map(({ name }) => name)).toEqual(['一', '二']);
      expect(first.body.items[0]?.stores.map(({ name }) => name)).toEqual(['甲店', '乙店']);
      const second = await admin.get<StaffPage>(`${path}&after=${first.body.next}`);
      expect(second.body.items.map(({ name }) => name)).toEqual(['三']);
      expect(second.body.next).toBeNull();
    });
  });
});
