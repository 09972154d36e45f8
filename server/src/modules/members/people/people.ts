import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { maskPhone } from '../domain/phone.js';
import { MembersRepository, type MemberRow } from './members.repository.js';

/** Who somebody is, as far as everybody who serves them may know. */
export interface Person {
  readonly memberId: number;
  readonly name: string | null;
  readonly phoneMasked: string | null;
  /** 'YYYY-MM-DD' */
  readonly birthday: string | null;
}

/** Opens what is sealed at rest. The whole phone leaves only through {@link phone}. */
@Injectable()
export class People {
  constructor(
    private readonly members: MembersRepository,
    private readonly cipher: FieldCipher,
  ) {}

  /** Undefined for somebody who has had their account erased. */
  async find(reader: Reader, memberId: number): Promise<Person | undefined> {
    const row = await this.members.find(reader, memberId);
    return row && this.toPerson(row);
  }

  /** For lists, in one statement; erased people are absent. */
  async many(reader: Reader, memberIds: readonly number[]): Promise<ReadonlyMap<number, Person>> {
    const rows = await this.members.many(reader, [...new Set(memberIds)]);
    return new Map(rows.map((row) => [row.id, this.toPerson(row)]));
  }

  /** The whole number; for an audited reveal, and for the person themselves. */
  async phone(reader: Reader, memberId: number): Promise<string | null> {
    return this.open((await this.members.find(reader, memberId))?.phoneSealed ?? null);
  }

  private toPerson(row: MemberRow): Person {
    const phone = this.open(row.phoneSealed);
    return {
      memberId: row.id,
      name: this.open(row.nameSealed),
      phoneMasked: phone === null ? null : maskPhone(phone),
      birthday: this.open(row.birthdaySealed),
    };
  }

  private open(sealed: string | null): string | null {
    return sealed === null ? null : this.cipher.open(sealed);
  }
}
