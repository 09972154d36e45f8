import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { MembersRepository } from './members.repository.js';

/** One phone belongs to one member at most; whose it is already, nobody is told. */
@Injectable()
export class BindPhone {
  constructor(
    private readonly members: MembersRepository,
    private readonly cipher: FieldCipher,
  ) {}

  /** `phone` comes from WeChat, never from the customer's keyboard. */
  async execute(tx: Tx, memberId: number, phone: string): Promise<void> {
    const sealed = { sealed: this.cipher.seal(phone), index: this.cipher.index('phone', phone) };
    let bound: boolean;
    try {
      bound = await this.members.setPhone(tx, memberId, sealed);
    } catch (error) {
      throw isDuplicateKey(error) ? new Refusal('phone_taken') : error;
    }
    if (!bound) {
      throw new Refusal('unauthenticated');
    }
  }
}
