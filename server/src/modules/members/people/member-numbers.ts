import { Injectable } from '@nestjs/common';
import { placeholders, type Reader } from '../../../platform/database/index.js';

interface NumberedRow {
  id: number;
  number: number;
}

const MEMBERS_PER_STATEMENT = 1000;

/** The dense numbers by which bitmaps know members. */
@Injectable()
export class MemberNumbers {
  /** By member id. */
  async of(reader: Reader, memberIds: readonly number[]): Promise<Map<number, number>> {
    const rows = await this.rows(reader, 'id', memberIds);
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  /** Member ids, in the order of their numbers. */
  async idsOf(reader: Reader, numbers: readonly number[]): Promise<number[]> {
    const rows = await this.rows(reader, 'number', numbers);
    return rows.sort((a, b) => a.number - b.number).map(({ id }) => id);
  }

  /** Members from this number on to before that one. */
  between(reader: Reader, from: number, to: number): Promise<NumberedRow[]> {
    return reader.query<NumberedRow>(
      'SELECT id, number FROM member WHERE number >= ? AND number < ? ORDER BY number',
      [from, to],
    );
  }

  /** The highest number given so far. */
  async last(reader: Reader): Promise<number> {
    const row = await reader.one<{ value: number }>('SELECT value FROM member_counter WHERE id = 1');
    return row?.value ?? 0;
  }

  private async rows(reader: Reader, by: 'id' | 'number', values: readonly number[]): Promise<NumberedRow[]> {
    const rows: NumberedRow[] = [];
    for (let start = 0; start < values.length; start += MEMBERS_PER_STATEMENT) {
      const part = values.slice(start, start + MEMBERS_PER_STATEMENT);
      rows.push(
        ...(await reader.query<NumberedRow>(
          `SELECT id, number FROM member WHERE number IS NOT NULL AND ${by} IN (${placeholders(part.length)})`,
          part,
        )),
      );
    }
    return rows;
  }
}
