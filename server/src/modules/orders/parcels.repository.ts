import { Injectable } from '@nestjs/common';
import type { Carrier } from '@regulars/shared';
import {
  placeholders,
  rowPlaceholders,
  type Reader,
  type SqlValue,
  type Tx,
} from '../../platform/database/index.js';
import type { PackedLine } from './domain/parcels.js';

export interface ParcelRow {
  readonly id: number;
  readonly orderId: number;
  /** 1, 2, 3 … within the order. */
  readonly number: number;
  readonly company: Carrier;
  readonly trackingNo: string;
  readonly sentAt: Date;
  /** Times that company or tracking number were changed. */
  readonly corrected: number;
  readonly lines: readonly PackedLine[];
}

export type NewParcel = Omit<ParcelRow, 'id' | 'corrected'>;

interface ParcelLineRow extends PackedLine {
  readonly parcelId: number;
}

@Injectable()
export class ParcelsRepository {
  /** By number. */
  async ofOrder(reader: Reader, orderId: number): Promise<ParcelRow[]> {
    const parcels = await reader.query<Omit<ParcelRow, 'lines'>>(
      `SELECT id, order_id AS orderId, number, company, tracking_no AS trackingNo, corrected, sent_at AS sentAt
         FROM order_parcel WHERE order_id = ? ORDER BY number`,
      [orderId],
    );
    if (parcels.length === 0) {
      return [];
    }
    const lines = await reader.query<ParcelLineRow>(
      `SELECT parcel_id AS parcelId, line_id AS lineId, quantity FROM order_parcel_line
        WHERE parcel_id IN (${placeholders(parcels.length)}) ORDER BY line_id`,
      parcels.map(({ id }) => id),
    );
    return parcels.map((parcel) => ({
      ...parcel,
      lines: lines
        .filter(({ parcelId }) => parcelId === parcel.id)
        .map(({ lineId, quantity }) => ({ lineId, quantity })),
    }));
  }

  async count(tx: Tx, orderId: number): Promise<number> {
    const row = await tx.one<{ parcels: number }>(
      'SELECT COUNT(*) AS parcels FROM order_parcel WHERE order_id = ?',
      [orderId],
    );
    return row?.parcels ?? 0;
  }

  /** The caller holds the order's lock. */
  async correct(
    tx: Tx,
    parcelId: number,
    { company, trackingNo }: Pick<ParcelRow, 'company' | 'trackingNo'>,
  ): Promise<void> {
    await tx.execute(
      'UPDATE order_parcel SET company = ?, tracking_no = ?, corrected = corrected + 1 WHERE id = ?',
      [company, trackingNo, parcelId],
    );
  }

  /** The caller holds the order's lock and knows that the pieces wait. */
  async add(tx: Tx, { orderId, number, company, trackingNo, sentAt, lines }: NewParcel): Promise<void> {
    const { insertId } = await tx.execute(
      'INSERT INTO order_parcel (order_id, number, company, tracking_no, sent_at) VALUES (?, ?, ?, ?, ?)',
      [orderId, number, company, trackingNo, sentAt],
    );
    await tx.execute(
      `INSERT INTO order_parcel_line (parcel_id, line_id, quantity) VALUES ${rowPlaceholders(lines.length, 3)}`,
      lines.flatMap(({ lineId, quantity }): SqlValue[] => [insertId, lineId, quantity]),
    );
    await tx.execute(
      `UPDATE order_line JOIN order_parcel_line packed ON packed.line_id = order_line.id AND packed.parcel_id = ?
          SET order_line.shipped_quantity = order_line.shipped_quantity + packed.quantity`,
      [insertId],
    );
  }
}
