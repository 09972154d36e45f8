import { Injectable } from '@nestjs/common';
import { isDuplicateKey, type Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { CheckInsRepository } from './check-ins.repository.js';

/** Uses up the code that a member's card shows for 30 seconds: a picture of it makes no second check-in. */
@Injectable()
export class UseCardCode {
  constructor(private readonly checkIns: CheckInsRepository) {}

  /** @throws Refusal `code_used` */
  async execute(tx: Tx, use: { membershipId: number; window: number; checkInId: number }): Promise<void> {
    try {
      await this.checkIns.useCode(tx, use);
    } catch (error) {
      throw isDuplicateKey(error) ? new Refusal('code_used') : error;
    }
  }
}
