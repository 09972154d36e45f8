import { Injectable } from '@nestjs/common';
import { isTaxNumber, type InvoiceKind, type InvoiceStatus } from '@regulars/shared';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { Database, type Reader, type Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import type { OrderRow } from '../orders.repository.js';

export interface InvoiceWish {
  readonly kind: InvoiceKind;
  /** Whom it is made out to. */
  readonly title: string;
  readonly taxNumber?: string;
  /** Where it is sent. */
  readonly email: string;
}

export interface Invoice extends InvoiceWish {
  readonly orderId: number;
  readonly status: InvoiceStatus;
  readonly number: string | null;
  readonly requestedAt: Date;
}

interface InvoiceRow {
  readonly orderId: number;
  readonly kind: InvoiceKind;
  readonly content: string;
  readonly status: InvoiceStatus;
  readonly number: string | null;
  readonly requestedAt: Date;
}

const COLUMNS =
  'order_id AS orderId, kind, content_sealed AS content, status, number, requested_at AS requestedAt';

/** Invoices that customers ask for. The brand makes them out elsewhere and notes their numbers here. */
@Injectable()
export class Invoices {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async of(reader: Reader, orderId: number): Promise<Invoice | undefined> {
    const row = await reader.one<InvoiceRow>(`SELECT ${COLUMNS} FROM order_invoice WHERE order_id = ?`, [
      orderId,
    ]);
    return row && this.open(row);
  }

  /** Newest order first. */
  async page(
    filter: { brandId: number; status?: InvoiceStatus; beforeId: number },
    limit: number,
  ): Promise<Invoice[]> {
    const rows = await this.database.query<InvoiceRow>(
      `SELECT ${COLUMNS} FROM order_invoice WHERE brand_id = ? AND order_id < ?${filter.status ? ' AND status = ?' : ''}
        ORDER BY order_id DESC LIMIT ?`,
      [filter.brandId, filter.beforeId, ...(filter.status ? [filter.status] : []), limit],
    );
    return rows.map((row) => this.open(row));
  }

  /** Asking anew corrects what was asked. @throws Refusal `validation_failed`, `invoice_issued` */
  async request(
    tx: Tx,
    order: Pick<OrderRow, 'id' | 'brandId'>,
    { kind, title, taxNumber, email }: InvoiceWish,
  ): Promise<void> {
    checkTaxNumber(kind, taxNumber);
    const content = this.cipher.seal(
      JSON.stringify({ title, email, ...(kind === 'company' && { taxNumber }) }),
    );
    const known = await tx.one<Pick<InvoiceRow, 'status'>>(
      'SELECT status FROM order_invoice WHERE order_id = ? FOR UPDATE',
      [order.id],
    );
    if (known?.status === 'issued') {
      throw new Refusal('invoice_issued');
    }
    await tx.execute(
      `INSERT INTO order_invoice (order_id, brand_id, kind, content_sealed, requested_at) VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE kind = VALUES(kind), content_sealed = VALUES(content_sealed)`,
      [order.id, order.brandId, kind, content, this.clock.now()],
    );
  }

  /** Noting the same number twice is noting it. @throws Refusal `not_found`, `invoice_issued` under another number */
  async issue(tx: Tx, admin: AdminActor, order: OrderRow, number: string): Promise<void> {
    const { affectedRows } = await tx.execute(
      `UPDATE order_invoice SET status = 'issued', number = ?, issued_at = ?, issued_by_admin_id = ?
        WHERE order_id = ? AND status = 'requested'`,
      [number, this.clock.now(), admin.adminId, order.id],
    );
    if (affectedRows === 1) {
      await this.audit.record(tx, {
        actor: { kind: 'admin', id: admin.adminId },
        brandId: order.brandId,
        action: 'invoice.issued',
        subject: { kind: 'order', id: order.id },
        detail: { number },
      });
      return;
    }
    const known = await this.of(tx, order.id);
    if (!known) {
      throw notFound();
    }
    if (known.number !== number) {
      throw new Refusal('invoice_issued');
    }
  }

  async forget(tx: Tx, memberId: number): Promise<void> {
    const forgotten = this.cipher.seal(JSON.stringify({ title: '已注销', email: '' }));
    await tx.execute(
      `UPDATE order_invoice SET content_sealed = ?
        WHERE kind = 'personal' AND order_id IN (SELECT id FROM customer_order WHERE member_id = ?)`,
      [forgotten, memberId],
    );
  }

  private open({ content, ...row }: InvoiceRow): Invoice {
    return { ...row, ...(JSON.parse(this.cipher.open(content)) as Omit<InvoiceWish, 'kind'>) };
  }
}

function checkTaxNumber(kind: InvoiceKind, taxNumber: string | undefined): void {
  const wrong = kind === 'company' ? !isTaxNumber(taxNumber ?? '') : taxNumber !== undefined;
  if (wrong) {
    throw new Refusal('validation_failed', {
      fields: [
        {
          field: 'invoice.taxNumber',
          message: kind === 'company' ? '税号不正确，请核对 18 位统一社会信用代码' : '个人发票不需要税号',
        },
      ],
    });
  }
}
