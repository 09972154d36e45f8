import { createServer, type AddressInfo } from 'node:net';
import { Global, Injectable, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import {
  createControl,
  serverEnvironment,
  startStandIn,
  type Control,
  type StandIn,
} from '@regulars/wechat-stand-in';
import {
  OrderPayments,
  PaymentsModule,
  type PayableOrder,
  type PaymentSuccess,
  type RefundedOrder,
} from '../../src/modules/payments/index.js';
import {
  AccessGuard,
  AdminResolver,
  StaffResolver,
  VisitorResolver,
  type VisitorActor,
} from '../../src/platform/auth/index.js';
import { TestClock } from '../../src/platform/clock/index.js';
import type { Config } from '../../src/platform/config/index.js';
import type { Tx } from '../../src/platform/database/index.js';
import { ProblemFilter, Refusal, notFound, validationPipe } from '../../src/platform/http/index.js';
import { toPublicId } from '../../src/platform/ids/index.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { WechatModule } from '../../src/wechat/index.js';
import { TestApp } from '../harness.js';

export const MINUTE_MS = 60_000;
const PAYABLE_MS = 15 * MINUTE_MS;

/** Orders as far as payments know them, in a table of their own, so that what is rolled back is seen. */
@Injectable()
class TestOrders extends OrderPayments {
  /** Makes the next booking of a success fail like a fault would. */
  static faults = 0;

  async payable(tx: Tx, orderId: number, memberId: number): Promise<PayableOrder> {
    const order = await tx.one<PayableOrder & { status: string }>(
      `SELECT id AS orderId, out_trade_no AS outTradeNo, pay_fen AS payFen, expires_at AS expiresAt, status,
         REPEAT('老街咖啡 拿铁 ', 20) AS description
         FROM test_order WHERE id = ? AND member_id = ? FOR UPDATE`,
      [orderId, memberId],
    );
    if (!order) {
      throw notFound();
    }
    if (order.status !== 'pending_payment') {
      throw new Refusal('order_not_payable');
    }
    return order;
  }

  async paid(tx: Tx, orderId: number, success: PaymentSuccess): Promise<'accepted' | 'unwanted'> {
    const { affectedRows } = await tx.execute(
      `UPDATE test_order SET status = 'paid', paid_fen = paid_fen + ?, bookings = bookings + 1
        WHERE id = ? AND status = 'pending_payment'`,
      [success.amountFen, orderId],
    );
    if (TestOrders.faults > 0) {
      TestOrders.faults -= 1;
      throw new Error('Points could not be booked');
    }
    return affectedRows === 1 ? 'accepted' : 'unwanted';
  }

  async refunded(tx: Tx, refund: RefundedOrder): Promise<void> {
    await tx.execute(
      'UPDATE test_order SET refunded_fen = refunded_fen + ?, refunds = refunds + 1 WHERE id = ?',
      [refund.amountFen, refund.orderId],
    );
  }
}

/** Tokens read `openid:member`. */
@Injectable()
class TestVisitors extends VisitorResolver {
  resolve(token: string): Promise<VisitorActor | undefined> {
    const [openid = '', member] = token.split(':');
    return Promise.resolve({ identityId: 1, appId: 'wx', openid, memberId: member ? Number(member) : null });
  }
}

const nobody = { resolve: () => Promise.resolve(undefined) };

@Global()
@Module({
  providers: [{ provide: OrderPayments, useClass: TestOrders }],
  exports: [OrderPayments],
})
class TestFlowsModule {}

@Module({})
class TestServerModule {
  static with(config: Config): DynamicModule {
    return {
      module: TestServerModule,
      imports: [PlatformModule.with(config), WechatModule, TestFlowsModule, PaymentsModule],
      providers: [
        { provide: VisitorResolver, useClass: TestVisitors },
        { provide: StaffResolver, useValue: nobody },
        { provide: AdminResolver, useValue: nobody },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}

export interface TestOrder {
  readonly id: number;
  readonly outTradeNo: string;
  readonly token: string;
}

export interface TestOrderRow {
  readonly status: string;
  readonly paid_fen: number;
  readonly refunded_fen: number;
  readonly bookings: number;
  readonly refunds: number;
}

export interface PaymentParameters {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: string;
  readonly paySign: string;
}

/** The payments module over HTTP, a real database below it and the WeChat stand-in beside it, all by one clock. */
export class PaymentsWorld {
  private orders = 0;

  private constructor(
    readonly app: TestApp,
    readonly standIn: StandIn,
    readonly wechat: Control,
    readonly clock: TestClock,
  ) {}

  static async start(): Promise<PaymentsWorld> {
    // The stand-in's certificate is made today, so the tests' clock starts today too.
    const clock = new TestClock(new Date());
    const standIn = await startStandIn({ realTime: () => clock.now().getTime() });
    const port = await freePort();
    const app = await TestApp.start({
      clock,
      environment: {
        ...serverEnvironment(standIn.credentials, standIn.url),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
      },
      port,
      module: (config) => TestServerModule.with(config),
    });
    await app.inTransaction((tx) =>
      tx.execute(`CREATE TABLE test_order (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, member_id BIGINT UNSIGNED NOT NULL,
        out_trade_no VARCHAR(32) NOT NULL, status VARCHAR(20) NOT NULL DEFAULT 'pending_payment',
        pay_fen BIGINT NOT NULL, paid_fen BIGINT NOT NULL DEFAULT 0, refunded_fen BIGINT NOT NULL DEFAULT 0,
        bookings INT NOT NULL DEFAULT 0, refunds INT NOT NULL DEFAULT 0, expires_at DATETIME(3) NOT NULL
      ) ENGINE=InnoDB`),
    );
    return new PaymentsWorld(app, standIn, createControl(standIn.url), clock);
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.standIn.close();
  }

  /** Moves both sides' time; what becomes due at WeChat happens before this returns. */
  async advance(ms: number): Promise<void> {
    this.clock.advance(ms);
    this.standIn.clock.advance(0);
    await this.standIn.settled();
  }

  /** Moves time and works off our own jobs. */
  async advanceAndWork(ms: number): Promise<void> {
    await this.advance(ms);
    await this.app.runDueJobs();
  }

  async newOrder(payFen = 1250, memberId = 7): Promise<TestOrder> {
    const { openid } = await this.wechat.user();
    this.orders += 1;
    const outTradeNo = `T20260601${String(this.orders).padStart(6, '0')}`;
    const { insertId } = await this.app.inTransaction((tx) =>
      tx.execute(
        'INSERT INTO test_order (member_id, out_trade_no, pay_fen, expires_at) VALUES (?, ?, ?, ?)',
        [memberId, outTradeNo, payFen, this.clock.in(PAYABLE_MS)],
      ),
    );
    return { id: insertId, outTradeNo, token: `${openid}:${memberId}` };
  }

  begin(order: TestOrder, token = order.token) {
    return this.app.post<PaymentParameters>(`/api/member/orders/${toPublicId('order', order.id)}/payment`, {
      token,
    });
  }

  /** Opens the payment sheet and pays. */
  async pay(order: TestOrder, how: Parameters<Control['pay']>[1] = {}): Promise<void> {
    const { status, body } = await this.begin(order);
    expect(status).toBe(200);
    await this.wechat.pay(body.package, { wait: true, ...how });
  }

  async order({ id }: TestOrder): Promise<TestOrderRow> {
    const [row] = await this.app.query<TestOrderRow>('SELECT * FROM test_order WHERE id = ?', [id]);
    if (!row) {
      throw new Error(`No order ${id}`);
    }
    return row;
  }

  async paymentStatus({ id }: TestOrder): Promise<string | undefined> {
    const [row] = await this.app.query<{ status: string }>('SELECT status FROM payment WHERE order_id = ?', [
      id,
    ]);
    return row?.status;
  }

  refunds({ id }: TestOrder) {
    return this.app.query<{
      id: number;
      kind: string;
      status: string;
      out_refund_no: string;
      failure: string | null;
    }>('SELECT * FROM refund WHERE order_id = ? ORDER BY id', [id]);
  }

  callbacks() {
    return this.app.query<{ status: string; error: string | null; event_type: string }>(
      'SELECT status, error, event_type FROM received_callback ORDER BY id',
    );
  }

  /** The next successes cannot be booked. */
  failBookings(count: number): void {
    TestOrders.faults = count;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
