import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { BASE58_ALPHABET, randomText } from '../../../platform/crypto/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { CouponWallet, type OwnedCoupon } from './coupon-wallet.js';

const TOKEN_LENGTH = 22;
export const TRANSFER_TOKEN = new RegExp(`^[${BASE58_ALPHABET}]{${TOKEN_LENGTH}}$`);
const OPEN_FOR_MS = 3 * 86_400_000;

export interface CouponTransfer {
  readonly id: number;
  readonly couponId: number;
  readonly token: string;
  readonly fromMemberId: number;
  readonly state: 'open' | 'accepted' | 'withdrawn';
  readonly expiresAt: Date;
}

const COLUMNS = `id, coupon_id AS couponId, token, from_member_id AS fromMemberId, state, expires_at AS expiresAt`;

/** A member passes a coupon on by a link. Until a friend takes it, it stays the giver's to use or to withdraw. */
@Injectable()
export class TransferCoupon {
  constructor(
    private readonly wallet: CouponWallet,
    private readonly clock: Clock,
  ) {}

  /** Asking again gives the same link. @throws Refusal `not_found`, `coupon_not_givable` */
  async offer(tx: Tx, memberId: number, couponId: number): Promise<CouponTransfer> {
    // Locked, so that two taps make one link.
    const mine = await tx.one<{ id: number }>(
      'SELECT id FROM coupon WHERE id = ? AND member_id = ? FOR UPDATE',
      [couponId, memberId],
    );
    const owned = mine && (await this.wallet.ofMember(tx, memberId, couponId));
    if (!owned) {
      throw notFound();
    }
    const now = this.clock.now();
    if (!owned.template.transferable || owned.row.state !== 'available' || owned.row.validTo <= now) {
      throw new Refusal('coupon_not_givable');
    }
    const open = await this.openOf(tx, couponId);
    if (open && open.expiresAt > now) {
      return open;
    }
    await this.end(tx, memberId, couponId);
    const offered = {
      token: randomText(TOKEN_LENGTH, BASE58_ALPHABET),
      expiresAt: new Date(Math.min(now.getTime() + OPEN_FOR_MS, owned.row.validTo.getTime())),
    };
    const { insertId } = await tx.execute(
      `INSERT INTO coupon_transfer (coupon_id, token, from_member_id, state, created_at, expires_at)
       VALUES (?, ?, ?, 'open', ?, ?)`,
      [couponId, offered.token, memberId, now, offered.expiresAt],
    );
    return { id: insertId, couponId, fromMemberId: memberId, state: 'open', ...offered };
  }

  /** Withdrawn twice is withdrawn. */
  async withdraw(tx: Tx, memberId: number, couponId: number): Promise<void> {
    await this.end(tx, memberId, couponId);
  }

  /** What a link offers; undefined when there is none such. */
  async find(
    reader: Reader,
    token: string,
  ): Promise<{ transfer: CouponTransfer; owned: OwnedCoupon } | undefined> {
    const transfer = await reader.one<CouponTransfer>(
      `SELECT ${COLUMNS} FROM coupon_transfer WHERE token = ?`,
      [token],
    );
    const owned = transfer && (await this.wallet.byId(reader, transfer.couponId));
    return transfer && owned && { transfer, owned };
  }

  isOpen(transfer: CouponTransfer, { row }: OwnedCoupon): boolean {
    const now = this.clock.now();
    return (
      transfer.state === 'open' &&
      transfer.expiresAt > now &&
      row.state === 'available' &&
      row.memberId === transfer.fromMemberId
    );
  }

  /** The first friend to take it has it. @throws Refusal `not_found`, `coupon_transfer_over` */
  async accept(tx: Tx, memberId: number, transfer: CouponTransfer): Promise<void> {
    const now = this.clock.now();
    const moved = await tx.execute(
      `UPDATE coupon SET member_id = ? WHERE id = ? AND member_id = ? AND member_id <> ? AND state = 'available' AND valid_to > ?`,
      [memberId, transfer.couponId, transfer.fromMemberId, memberId, now],
    );
    const accepted = await tx.execute(
      `UPDATE coupon_transfer SET state = 'accepted', to_member_id = ?, ended_at = ?
        WHERE id = ? AND state = 'open' AND expires_at > ?`,
      [memberId, now, transfer.id, now],
    );
    if (moved.affectedRows !== 1 || accepted.affectedRows !== 1) {
      throw new Refusal('coupon_transfer_over');
    }
  }

  private openOf(reader: Reader, couponId: number): Promise<CouponTransfer | undefined> {
    return reader.one<CouponTransfer>(
      `SELECT ${COLUMNS} FROM coupon_transfer WHERE coupon_id = ? AND state = 'open'`,
      [couponId],
    );
  }

  private async end(tx: Tx, memberId: number, couponId: number): Promise<void> {
    await tx.execute(
      `UPDATE coupon_transfer SET state = 'withdrawn', ended_at = ?
        WHERE coupon_id = ? AND from_member_id = ? AND state = 'open'`,
      [this.clock.now(), couponId, memberId],
    );
  }
}
