import { Injectable } from '@nestjs/common';
import type { AdminRole } from '@regulars/shared';
import { Clock } from '../../../platform/clock/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { AdminsRepository } from './admins.repository.js';
import { newOneTimeSecret, oneTimeUri } from './one-time-codes.js';
import { hashPassword } from './passwords.js';

export interface NewAdmin {
  readonly email: string;
  readonly name: string;
  readonly role: AdminRole;
  readonly password: string;
  /** `every` follows the group: a brand opened tomorrow is in scope tomorrow. */
  readonly brands: 'every' | readonly [number, ...number[]];
  /** Base32; a new one when absent. */
  readonly oneTimeSecret?: string;
}

export interface CreatedAdmin {
  readonly adminId: number;
  /** Base32, to be typed into an authenticator app; nobody can read it from the database. */
  readonly oneTimeSecret: string;
  readonly oneTimeUri: string;
}

/** There is no route for this: whoever runs the house lets the first admins in. */
@Injectable()
export class CreateAdmin {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly admins: AdminsRepository,
  ) {}

  async execute(tx: Tx, { oneTimeSecret = newOneTimeSecret(), ...admin }: NewAdmin): Promise<CreatedAdmin> {
    const email = admin.email.toLowerCase();
    const adminId = await this.admins.insert(tx, {
      email,
      name: admin.name,
      role: admin.role,
      everyBrand: admin.brands === 'every',
      passwordHash: await hashPassword(admin.password),
      totpSealed: this.cipher.seal(oneTimeSecret),
      at: this.clock.now(),
    });
    if (admin.brands !== 'every') {
      await this.admins.giveBrands(tx, adminId, admin.brands);
    }
    return { adminId, oneTimeSecret, oneTimeUri: oneTimeUri(oneTimeSecret, email) };
  }
}
