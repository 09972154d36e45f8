import { Body, Get, Module, Post, Query, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import {
  AccessGuard,
  AdminResolver,
  ForMember,
  ForVisitor,
  MemberApi,
  Public,
  StaffResolver,
  Visitor,
  VisitorResolver,
  type VisitorActor,
} from '../src/platform/auth/index.js';
import type { Config } from '../src/platform/config/index.js';
import {
  Idempotency,
  IdempotencyKey,
  ListOf,
  PageQuery,
  ProblemFilter,
  PublicId,
  Text,
  Whole,
  validationPipe,
} from '../src/platform/http/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { PlatformModule } from '../src/platform/platform.module.js';
import { TestApp } from './harness.js';

class Line {
  @PublicId('sku', { doc: 'The SKU' })
  skuId!: number;

  @Whole({ min: 1, max: 99, doc: 'Pieces' })
  quantity!: number;
}

class Basket {
  @Text({ max: 10, doc: 'A note' })
  note!: string;

  @ListOf(() => Line, { min: 1, max: 3, doc: 'Lines' })
  lines!: Line[];
}

@MemberApi('probe')
class ProbeController {
  constructor(private readonly idempotency: Idempotency) {}

  @Get('undeclared')
  undeclared(): object {
    return {};
  }

  @Get('page')
  @Public('probe')
  page(@Query() query: PageQuery): object {
    return { limit: query.limit };
  }

  @Get('visitor')
  @ForVisitor()
  visitor(@Visitor() visitor: VisitorActor): object {
    return { openid: visitor.openid };
  }

  @Get('member')
  @ForMember()
  member(): object {
    return {};
  }

  @Get('fault')
  @Public('probe')
  fault(): object {
    throw new Error('secret detail');
  }

  @Post('baskets')
  @Public('probe')
  post(@Body() body: Basket, @IdempotencyKey() key: string): Promise<object> {
    return this.idempotency.run({ actor: 'probe:1', key, route: 'baskets', body }, async (tx) => {
      const { insertId } = await tx.execute(
        "INSERT INTO audit_entry (at, actor_kind, actor_id, action, subject_kind, subject_id, detail) VALUES (NOW(3), 'system', 1, 'probe', 'basket', ?, '{}')",
        [body.lines[0]?.skuId ?? 0],
      );
      return { id: insertId, skuId: body.lines[0]?.skuId };
    });
  }
}

class Visitors extends VisitorResolver {
  resolve(token: string): Promise<VisitorActor | undefined> {
    return Promise.resolve(
      token === 'known' ? { identityId: 1, appId: 'wx', openid: 'o1', memberId: null } : undefined,
    );
  }
}

const nobody = { resolve: () => Promise.resolve(undefined) };

@Module({})
class ProbeModule {
  static with(config: Config): DynamicModule {
    return {
      module: ProbeModule,
      imports: [PlatformModule.with(config)],
      controllers: [ProbeController],
      providers: [
        { provide: VisitorResolver, useClass: Visitors },
        { provide: StaffResolver, useValue: nobody },
        { provide: AdminResolver, useValue: nobody },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}

describe('the platform over HTTP', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ module: (config) => ProbeModule.with(config) });
  });

  afterAll(() => app.stop());

  const basket = (quantity: unknown = 2) => ({
    note: '少糖',
    lines: [{ skuId: toPublicId('sku', 7), quantity }],
  });
  const key = (name: string) => ({ 'idempotency-key': `probe-${name}` });

  it('refuses a route that does not say who may call it', async () => {
    const answer = await app.get('/api/member/probe/undeclared');
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'forbidden', status: 403 });
  });

  it('refuses visitors without a token, with a wrong one, and who have not joined', async () => {
    expect((await app.get('/api/member/probe/visitor')).body).toMatchObject({ code: 'unauthenticated' });
    expect((await app.get('/api/member/probe/visitor', { token: 'forged' })).status).toBe(401);
    expect((await app.get('/api/member/probe/member', { token: 'known' })).body).toMatchObject({
      code: 'membership_required',
    });
    expect((await app.get('/api/member/probe/visitor', { token: 'known' })).body).toEqual({ openid: 'o1' });
  });

  it('answers faults without their details', async () => {
    const answer = await app.get('/api/member/probe/fault');
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  it.each([
    ['a fraction', basket(1.5)],
    ['a number as text', basket('2')],
    ['zero', basket(0)],
    ['an unknown field', { ...basket(), extra: 1 }],
    [
      'an unknown nested field',
      { note: '好', lines: [{ skuId: toPublicId('sku', 7), quantity: 1, priceFen: 1 }] },
    ],
    ['an id of another kind', { note: '好', lines: [{ skuId: toPublicId('order', 7), quantity: 1 }] }],
    ['a bare number as id', { note: '好', lines: [{ skuId: 7, quantity: 1 }] }],
    ['no lines', { note: '好', lines: [] }],
    ['too many lines', { note: '好', lines: Array.from({ length: 4 }, () => basket().lines[0]) }],
    ['an object for a list', { note: '好', lines: {} }],
    ['text too long', { ...basket(), note: '长'.repeat(11) }],
    ['a NUL', { ...basket(), note: 'a\0b' }],
    ['null', null],
    ['a list as body', []],
    ['__proto__', JSON.parse('{"__proto__":{"x":1},"note":"好","lines":[]}') as unknown],
  ])('refuses %s with a problem, never a fault', async (_name, body) => {
    const answer = await app.post('/api/member/probe/baskets', { body, headers: key('malformed') });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(typeof answer.body.code).toBe('string');
  });

  it('refuses bad JSON, a body that is too large and a wrong content type', async () => {
    expect(
      (await app.post('/api/member/probe/baskets', { raw: '{"note":', headers: key('bad-json') })).body,
    ).toMatchObject({
      status: 400,
      code: 'bad_request',
    });
    const huge = await app.post('/api/member/probe/baskets', { body: { note: 'x'.repeat(300_000) } });
    expect(huge.body).toMatchObject({ status: 413, code: 'payload_too_large' });
    const xml = await app.post('/api/member/probe/baskets', {
      raw: '<a/>',
      headers: { 'content-type': 'text/xml' },
    });
    expect(xml.body).toMatchObject({ status: 415, code: 'unsupported_media_type' });
  });

  it('answers unknown paths with a problem too', async () => {
    const answer = await app.get('/api/member/nothing-here');
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'not_found' });
  });

  it.each(['limit=0', 'limit=51', 'limit=abc', 'limit=1.5', 'limit=1&limit=2', 'unknown=1', 'limit='])(
    'refuses the query %s',
    async (query) => {
      expect((await app.get(`/api/member/probe/page?${query}`)).body).toMatchObject({
        code: 'validation_failed',
      });
    },
  );

  it('reads numbers from queries', async () => {
    expect((await app.get('/api/member/probe/page?limit=7')).body).toEqual({ limit: 7 });
    expect((await app.get('/api/member/probe/page')).body).toEqual({ limit: 20 });
  });

  it('needs an idempotency key, and refuses the same key for another body', async () => {
    expect((await app.post('/api/member/probe/baskets', { body: basket() })).body).toMatchObject({
      code: 'idempotency_key_invalid',
    });
    const first = await app.post('/api/member/probe/baskets', { body: basket(), headers: key('reuse') });
    expect(first.body).toMatchObject({ skuId: 7 });
    const other = await app.post('/api/member/probe/baskets', { body: basket(3), headers: key('reuse') });
    expect(other.body).toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('does the work once for ten parallel requests with one key', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        app.post('/api/member/probe/baskets', { body: basket(), headers: key('ten') }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
  });

  it('reports health, and that the database answers', async () => {
    expect((await app.get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await app.get('/health/ready')).body).toEqual({ status: 'ok' });
    expect((await app.get<{ text: string }>('/metrics')).body.text).toContain('http_request_seconds');
  });
});
