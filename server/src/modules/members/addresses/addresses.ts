import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { MembersRepository } from '../people/members.repository.js';

const ADDRESSES_MAX = 20;

export interface AddressContent {
  readonly name: string;
  readonly phone: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly detail: string;
}

export interface Address extends AddressContent {
  readonly id: number;
}

interface AddressRow {
  id: number;
  contentSealed: string;
}

/** Where a member has things sent. Sealed as a whole: nobody looks for people by where they live. */
@Injectable()
export class Addresses {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly members: MembersRepository,
  ) {}

  /** Newest first. */
  async ofMember(reader: Reader, memberId: number): Promise<Address[]> {
    const rows = await reader.query<AddressRow>(
      `SELECT id, content_sealed AS contentSealed FROM address WHERE member_id = ? ORDER BY id DESC LIMIT ${ADDRESSES_MAX}`,
      [memberId],
    );
    return rows.map((row) => this.toAddress(row));
  }

  async find(reader: Reader, memberId: number, addressId: number): Promise<Address | undefined> {
    const row = await reader.one<AddressRow>(
      'SELECT id, content_sealed AS contentSealed FROM address WHERE id = ? AND member_id = ?',
      [addressId, memberId],
    );
    return row && this.toAddress(row);
  }

  async add(tx: Tx, memberId: number, content: AddressContent): Promise<Address> {
    if (!(await this.members.lock(tx, memberId))) {
      throw new Refusal('unauthenticated');
    }
    const known = await tx.one<{ count: number }>(
      'SELECT COUNT(*) AS count FROM address WHERE member_id = ?',
      [memberId],
    );
    if ((known?.count ?? 0) >= ADDRESSES_MAX) {
      throw new Refusal('address_limit_reached');
    }
    const { insertId } = await tx.execute(
      'INSERT INTO address (member_id, content_sealed, created_at) VALUES (?, ?, ?)',
      [memberId, this.cipher.seal(JSON.stringify(content)), this.clock.now()],
    );
    return { ...content, id: insertId };
  }

  async remove(tx: Tx, memberId: number, addressId: number): Promise<void> {
    const { affectedRows } = await tx.execute('DELETE FROM address WHERE id = ? AND member_id = ?', [
      addressId,
      memberId,
    ]);
    if (affectedRows === 0) {
      throw notFound();
    }
  }

  async removeAll(tx: Tx, memberId: number): Promise<void> {
    await tx.execute('DELETE FROM address WHERE member_id = ?', [memberId]);
  }

  private toAddress({ id, contentSealed }: AddressRow): Address {
    return { ...(JSON.parse(this.cipher.open(contentSealed)) as AddressContent), id };
  }
}
