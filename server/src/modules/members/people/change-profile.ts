import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { isBirthday } from '../domain/birthday.js';
import { MembersRepository } from './members.repository.js';

export interface ProfileChange {
  readonly name?: string;
  /** 'YYYY-MM-DD' */
  readonly birthday?: string;
}

@Injectable()
export class ChangeProfile {
  constructor(
    private readonly clock: Clock,
    private readonly members: MembersRepository,
    private readonly cipher: FieldCipher,
  ) {}

  /** What isn't given stays as it is. */
  async execute(tx: Tx, memberId: number, { name, birthday }: ProfileChange): Promise<void> {
    if (birthday !== undefined && !isBirthday(birthday, this.clock.businessDay())) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'birthday', message: '请填写真实的生日' }],
      });
    }
    const changed = await this.members.setProfile(tx, memberId, {
      nameSealed: name && this.cipher.seal(name),
      birthdaySealed: birthday && this.cipher.seal(birthday),
    });
    if (!changed) {
      throw new Refusal('unauthenticated');
    }
  }
}
