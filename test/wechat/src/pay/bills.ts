import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { dayOf, startOfDay } from '../china-time.js';
import type { Context } from '../context.js';
import { base62 } from '../ids.js';
import type { World } from '../world/world.js';
import { billText, type BillTable } from './bill-text.js';
import { balanceAfter, fundFlowBill } from './fund-flow-bill.js';
import { refuse } from './pay-refusal.js';
import { BILL_TYPES, tradeBill, type Payment, type Repayment } from './trade-bill.js';

const DAY_MS = 86_400_000;
/** A day's bill is ready at ten the next morning. */
const READY_AFTER_MS = DAY_MS + 10 * 3_600_000;
const KEPT_MS = 92 * DAY_MS;
const LINK_LIFETIME_MS = 300_000;
const ACCOUNTS = ['BASIC', 'OPERATION', 'FEES'];

type Query = Readonly<Record<string, unknown>>;

interface StoredFile {
  readonly content: Buffer;
  readonly expiresAt: number;
}

/** Makes bills and keeps the files behind their links for five minutes. */
export class Bills {
  private readonly files = new Map<string, StoredFile>();

  constructor(private readonly context: Context) {}

  /** GET /v3/bill/tradebill */
  trade(query: Query, origin: string): object {
    const type = BILL_TYPES.find((each) => each === (query['bill_type'] ?? 'ALL'));
    if (!type) {
      refuse('PARAM_ERROR', 'bill_type不合法', { field: '/bill_type', location: 'query' });
    }
    const { payments, repayments } = this.tradesOf(query);
    const table = tradeBill(type, payments, repayments);
    return this.offer(table, query, origin);
  }

  /** GET /v3/bill/fundflowbill */
  fundFlow(query: Query, origin: string): object {
    if (!ACCOUNTS.some((account) => account === (query['account_type'] ?? 'BASIC'))) {
      refuse('PARAM_ERROR', 'account_type不合法', { field: '/account_type', location: 'query' });
    }
    const { payments, repayments, from } = this.tradesOf(query);
    const before = tradesBetween(this.context.world, 0, from);
    const table = fundFlowBill(payments, repayments, balanceAfter(before.payments, before.repayments));
    return this.offer(table, query, origin);
  }

  /** GET /v3/billdownload/file?token=: the bytes, without a signature. */
  file(query: Query): Buffer {
    const file = this.files.get(String(query['token']));
    if (!file || file.expiresAt <= this.context.world.now()) {
      refuse('INVALID_REQUEST', '下载链接已失效，请重新申请账单');
    }
    return query['tartype'] === 'gzip' ? gzipSync(file.content) : file.content;
  }

  private tradesOf(query: Query): ReturnType<typeof tradesBetween> & { from: number } {
    const { world } = this.context;
    const from = startOfDay(String(query['bill_date']));
    if (from === undefined) {
      refuse('PARAM_ERROR', 'bill_date格式应为YYYY-MM-DD', { field: '/bill_date', location: 'query' });
    }
    if (query['tar_type'] !== undefined && query['tar_type'] !== 'GZIP') {
      refuse('PARAM_ERROR', 'tar_type不合法', { field: '/tar_type', location: 'query' });
    }
    const age = world.now() - from;
    if (age < DAY_MS || age > KEPT_MS) {
      refuse('INVALID_REQUEST', '只能下载三个月内、昨天及以前的账单');
    }
    if (age < READY_AFTER_MS) {
      refuse('STATEMENT_CREATING', '账单生成中，请上午10点后再试');
    }
    const trades = tradesBetween(world, from, from + DAY_MS);
    if (trades.payments.length + trades.repayments.length === 0) {
      refuse('NO_STATEMENT_EXIST', `账单文件不存在：${dayOf(from)}没有交易`);
    }
    return { ...trades, from };
  }

  private offer(table: BillTable, query: Query, origin: string): object {
    const content = Buffer.from(billText(table), 'utf8');
    const token = base62(40);
    this.forgetOld();
    this.files.set(token, { content, expiresAt: this.context.world.now() + LINK_LIFETIME_MS });
    const packed = query['tar_type'] === 'GZIP' ? '&tartype=gzip' : '';
    return {
      hash_type: 'SHA1',
      hash_value: createHash('sha1').update(content).digest('hex'),
      download_url: `${origin}/v3/billdownload/file?token=${token}${packed}`,
    };
  }

  private forgetOld(): void {
    const now = this.context.world.now();
    for (const [token, { expiresAt }] of this.files) {
      if (expiresAt <= now) {
        this.files.delete(token);
      }
    }
  }
}

function tradesBetween(
  world: World,
  from: number,
  until: number,
): { payments: Payment[]; repayments: Repayment[] } {
  const within = (instant: number | null): instant is number =>
    instant !== null && instant >= from && instant < until;
  const orders = world.orders.values();
  const payments = orders.flatMap((order) => (within(order.paidAt) ? [{ order, paidAt: order.paidAt }] : []));
  const repayments = orders.flatMap((order) =>
    order.refundNos.flatMap((each) => {
      const refund = world.refunds.get(each);
      return refund && within(refund.successAt) ? [{ order, refund, successAt: refund.successAt }] : [];
    }),
  );
  return { payments, repayments };
}
