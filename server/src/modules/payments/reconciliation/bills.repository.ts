import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { rowPlaceholders, type Reader, type SqlValue, type Tx } from '../../../platform/database/index.js';
import type { BilledFlow, BilledTrade as FetchedTrade } from '../../../wechat/index.js';
import type { BilledTrade } from './domain/judge.js';

export interface Bill {
  readonly id: number;
  readonly day: string;
  readonly status: 'due' | 'ready';
  /** Why it isn't here yet. */
  readonly problem: string | null;
  readonly fetchedAt: Date | null;
}

export interface StoredTrade extends BilledTrade {
  readonly id: number;
}

export interface StoredFlow {
  readonly id: number;
  readonly flowNo: string;
  readonly businessNo: string;
  readonly business: string;
  readonly amountFen: number;
}

const PROBLEM_MAX = 200;
const ROWS_AT_ONCE = 500;
/** What the fund flow bill calls the movements that belong to a trade. */
const TRADING = "('交易', '退款')";

const COLUMNS = 'id, day, status, problem, fetched_at AS fetchedAt';
const TRADE_COLUMNS = `id, kind, number, transaction_id AS transactionId, out_trade_no AS outTradeNo,
  out_refund_no AS outRefundNo, amount_fen AS amountFen, fee_milli_fen AS feeMilliFen`;

/** All SQL of fetched bills: of each day the one that WeChat gave last. */
@Injectable()
export class BillsRepository {
  constructor(private readonly clock: Clock) {}

  /** Makes sure that the day is waited for. */
  async expect(tx: Tx, mchId: string, day: string): Promise<void> {
    await tx.execute(
      'INSERT INTO pay_bill (mch_id, day) VALUES (?, ?) ON DUPLICATE KEY UPDATE pay_bill.id = pay_bill.id',
      [mchId, day],
    );
  }

  ofDay(reader: Reader, mchId: string, day: string): Promise<Bill | undefined> {
    return reader.one<Bill>(`SELECT ${COLUMNS} FROM pay_bill WHERE mch_id = ? AND day = ?`, [mchId, day]);
  }

  between(reader: Reader, mchId: string, from: string, to: string): Promise<Bill[]> {
    return reader.query<Bill>(
      `SELECT ${COLUMNS} FROM pay_bill WHERE mch_id = ? AND day BETWEEN ? AND ? ORDER BY day`,
      [mchId, from, to],
    );
  }

  /** Those that are here and leave something open. */
  withDifferences(reader: Reader, mchId: string, from: string, to: string): Promise<Bill[]> {
    return reader.query<Bill>(
      `SELECT ${COLUMNS} FROM pay_bill
        WHERE mch_id = ? AND day BETWEEN ? AND ? AND status = 'ready' AND EXISTS (
          SELECT 1 FROM money_difference difference
           WHERE difference.mch_id = pay_bill.mch_id AND difference.day = pay_bill.day AND difference.state = 'open')
        ORDER BY day`,
      [mchId, from, to],
    );
  }

  async noteProblem(tx: Tx, mchId: string, day: string, problem: string): Promise<void> {
    await tx.execute("UPDATE pay_bill SET problem = ? WHERE mch_id = ? AND day = ? AND status = 'due'", [
      problem.slice(0, PROBLEM_MAX),
      mchId,
      day,
    ]);
  }

  /** Waits for whoever else stores the same day. */
  async lock(tx: Tx, mchId: string, day: string): Promise<Bill> {
    const bill = await tx.one<Bill>(
      `SELECT ${COLUMNS} FROM pay_bill WHERE mch_id = ? AND day = ? FOR UPDATE`,
      [mchId, day],
    );
    if (!bill) {
      throw new Error(`Nobody waits for the bill of ${day}`);
    }
    return bill;
  }

  /** Under {@link lock}. Storing the same bill again leaves the same rows. */
  async store(
    tx: Tx,
    bill: Bill,
    trades: readonly FetchedTrade[],
    flows: readonly BilledFlow[],
  ): Promise<void> {
    await tx.execute('DELETE FROM billed_trade WHERE bill_id = ?', [bill.id]);
    await tx.execute('DELETE FROM billed_flow WHERE bill_id = ?', [bill.id]);
    await insertAll(
      tx,
      'billed_trade (bill_id, kind, number, at, transaction_id, out_trade_no, out_refund_no, amount_fen, fee_milli_fen)',
      trades.map((trade) => [
        bill.id,
        trade.kind,
        trade.refundId ?? trade.transactionId,
        trade.at,
        trade.transactionId,
        trade.outTradeNo,
        trade.outRefundNo,
        trade.amountFen,
        trade.feeMilliFen,
      ]),
    );
    await insertAll(
      tx,
      'billed_flow (bill_id, flow_no, business_no, business, at, amount_fen, balance_fen)',
      flows.map((flow) => [
        bill.id,
        flow.flowNo,
        flow.businessNo,
        flow.business,
        flow.at,
        flow.amountFen,
        flow.balanceFen,
      ]),
    );
    await tx.execute(
      "UPDATE pay_bill SET status = 'ready', problem = NULL, trades = ?, flows = ?, fetched_at = ? WHERE id = ?",
      [trades.length, flows.length, this.clock.now(), bill.id],
    );
  }

  trades(reader: Reader, billId: number, afterId: number, count: number): Promise<StoredTrade[]> {
    return reader.query<StoredTrade>(
      `SELECT ${TRADE_COLUMNS} FROM billed_trade WHERE bill_id = ? AND id > ? ORDER BY id LIMIT ${count}`,
      [billId, afterId],
    );
  }

  /** The trade of a day by WeChat's number. */
  trade(reader: Reader, mchId: string, day: string, number: string): Promise<StoredTrade | undefined> {
    return reader.one<StoredTrade>(
      `SELECT ${TRADE_COLUMNS} FROM billed_trade
        WHERE bill_id = (SELECT id FROM pay_bill WHERE mch_id = ? AND day = ?) AND number = ?`,
      [mchId, day, number],
    );
  }

  flowsOf(reader: Reader, billId: number, numbers: readonly string[]): Promise<StoredFlow[]> {
    return reader.query<StoredFlow>(
      `SELECT id, flow_no AS flowNo, business_no AS businessNo, business, amount_fen AS amountFen FROM billed_flow
        WHERE bill_id = ? AND business_no IN (${numbers.map(() => '?').join(', ')}) ORDER BY id`,
      [billId, ...numbers],
    );
  }

  strayFlows(reader: Reader, billId: number): Promise<StoredFlow[]> {
    return reader.query<StoredFlow>(
      `SELECT flow.id, flow.flow_no AS flowNo, flow.business_no AS businessNo, flow.business, flow.amount_fen AS amountFen
         FROM billed_flow flow
        WHERE flow.bill_id = ? AND flow.business IN ${TRADING} AND NOT EXISTS (
          SELECT 1 FROM billed_trade trade WHERE trade.bill_id = flow.bill_id AND trade.number = flow.business_no)
        ORDER BY flow.id`,
      [billId],
    );
  }
}

async function insertAll(tx: Tx, into: string, rows: readonly (readonly SqlValue[])[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    await tx.execute(
      `INSERT INTO ${into} VALUES ${rowPlaceholders(some.length, some[0]?.length ?? 0)}`,
      some.flat(),
    );
  }
}
