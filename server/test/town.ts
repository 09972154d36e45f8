import {
  createControl,
  serverEnvironment,
  startStandIn,
  type Control,
  type StandIn,
} from '@regulars/wechat-stand-in';
import type { AdminRole } from '@regulars/shared';
import { TOTP, Secret } from 'otpauth';
import { JoinMember } from '../src/modules/members/index.js';
import {
  CreateAdmin,
  CreateStore,
  OpenBrand,
  type Brand,
  type NewStore,
  type Store,
} from '../src/modules/org/index.js';
import type { AdminActor } from '../src/platform/auth/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import type { TestClock } from '../src/platform/clock/index.js';
import { TestApp, type Answer, type Sending } from './harness.js';

const PASSWORD = '好记的口令 correct horse';

/** A place to test in: the application with the WeChat stand-in, and the means to populate it. */
export class Town {
  private constructor(
    readonly app: TestApp,
    readonly wechat: Control,
    private readonly standIn: StandIn,
  ) {}

  static async start(
    options: { clock?: TestClock; environment?: Record<string, string> } = {},
  ): Promise<Town> {
    const standIn = await startStandIn();
    const environment = { ...serverEnvironment(standIn.credentials, standIn.url), ...options.environment };
    const app = await TestApp.start({ ...options, environment });
    return new Town(app, createControl(standIn.url), standIn);
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.standIn.close();
  }

  get appId(): string {
    return this.standIn.credentials.appId;
  }

  /** A brand in a loyalty program of its own, or in the one given. */
  brand({ name = '山前咖啡', programId }: { name?: string; programId?: number } = {}): Promise<Brand> {
    const open = this.app.nest.get(OpenBrand);
    return this.app.inTransaction(async (tx) => {
      const program = programId ?? (await open.program(tx, `${name}会员计划`)).id;
      return open.execute(tx, {
        programId: program,
        name,
        slogan: '一杯咖啡，一位老主顾',
        industry: '咖啡',
        logoUrl: '/media/logo.png',
        coverUrl: '/media/cover.png',
        theme: { primary: '#7a4a2b' },
        persona: {
          name: '阿山',
          role: '店长',
          avatarUrl: '/media/persona.png',
          greeting: '今天也辛苦了，坐一会儿吧。',
        },
      });
    });
  }

  store(brandId: number, store: Partial<NewStore> = {}): Promise<Store> {
    return this.app.inTransaction((tx) =>
      this.app.nest.get(CreateStore).execute(tx, houseAdmin(brandId), {
        kind: 'store',
        name: '徐家汇店',
        city: '上海',
        address: '徐汇区漕溪北路 88 号',
        lat: 31.1955,
        lng: 121.4371,
        opensAt: '08:00',
        closesAt: '22:00',
        phone: '021-64000000',
        checkInLocation: 'required',
        checkInRadiusM: 300,
        ...store,
        brandId,
      }),
    );
  }

  /** Somebody who has opened the mini-program and not joined anything. */
  async visitor(person: { openid?: string; unionid?: string; phone?: string } = {}): Promise<Customer> {
    const { openid } = await this.wechat.user(person);
    const customer = new Customer(this, openid);
    await customer.signIn();
    return customer;
  }

  /** Somebody with a card of the brand. */
  async member(
    brandId: number,
    person: { openid?: string; unionid?: string; phone?: string } = {},
  ): Promise<Customer> {
    const customer = await this.visitor(person);
    await customer.join(brandId);
    return customer;
  }

  /** An admin of these brands, or of all, signed in. */
  async admin(brands: 'every' | readonly [number, ...number[]], role: AdminRole = 'owner'): Promise<Admin> {
    const email = `${role}-${Math.random().toString(36).slice(2)}@example.com`;
    const { oneTimeSecret } = await this.app.inTransaction((tx) =>
      this.app.nest.get(CreateAdmin).execute(tx, { email, name: '林主理', role, password: PASSWORD, brands }),
    );
    const admin = new Admin(this, email, oneTimeSecret);
    await admin.signIn();
    return admin;
  }
}

/** A person with WeChat. */
export class Customer {
  token = '';

  constructor(
    private readonly town: Town,
    readonly openid: string,
  ) {}

  async signIn(): Promise<Answer<{ token: string; expiresAt: string; memberId: string | null }>> {
    const answer = await this.town.app.post<{ token: string; expiresAt: string; memberId: string | null }>(
      '/api/member/session',
      { body: { appId: this.town.appId, code: await this.town.wechat.loginCode(this.openid) } },
    );
    this.token = answer.body.token;
    return answer;
  }

  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.town.app.get<T>(path, { token: this.token });
  }

  send<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    return this.town.app.send<T>(method, path, { token: this.token, body });
  }

  async phoneCode(): Promise<string> {
    return this.town.wechat.phoneCode(this.openid);
  }

  async identityId(): Promise<number> {
    const [row] = await this.town.app.query<{ id: number }>('SELECT id FROM identity WHERE openid = ?', [
      this.openid,
    ]);
    return row?.id ?? 0;
  }

  async memberId(): Promise<number> {
    const [row] = await this.town.app.query<{ id: number }>(
      'SELECT member_id AS id FROM identity WHERE openid = ?',
      [this.openid],
    );
    return row?.id ?? 0;
  }

  async join(brandId: number, extra: { phone?: string; storeId?: number } = {}): Promise<void> {
    const identityId = await this.identityId();
    await this.town.app.inTransaction((tx) =>
      this.town.app.nest.get(JoinMember).execute(tx, {
        identityId,
        brandId,
        consents: [
          { purpose: 'service', given: true },
          { purpose: 'marketing', given: false },
        ],
        channel: 'miniapp',
        ...extra,
      }),
    );
  }
}

/** Somebody at the console. */
export class Admin {
  cookie = '';

  constructor(
    private readonly town: Town,
    readonly email: string,
    private readonly oneTimeSecret: string,
  ) {}

  /** What the authenticator app shows `steps` times 30 seconds from now. */
  otp(steps = 0): string {
    const timestamp = this.town.app.clock.now().getTime() + steps * 30_000;
    return TOTP.generate({ secret: Secret.fromBase32(this.oneTimeSecret), timestamp });
  }

  async signIn(request: { password?: string; otp?: string; email?: string } = {}): Promise<Answer> {
    const { email = this.email, password = PASSWORD, otp = this.otp() } = request;
    const answer = await this.town.app.post('/api/admin/session', { body: { email, password, otp } });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    this.cookie = cookie ?? this.cookie;
    return answer;
  }

  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.town.app.get<T>(path, { cookie: this.cookie });
  }

  send<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    sending: Sending = {},
  ): Promise<Answer<T>> {
    return this.town.app.send<T>(method, path, { cookie: this.cookie, body, ...sending });
  }
}

/** For what is set up without a console. */
export function houseAdmin(...brandIds: number[]): AdminActor {
  return { adminId: 0, name: '测试', brandIds, permissions: [] };
}

export const brandIdOf = (brand: Brand): string => toPublicId('brand', brand.id);
