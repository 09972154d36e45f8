import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { AdminsRepository } from './admins.repository.js';

/** What others may know of admins: who did something. */
@Injectable()
export class AdminNames {
  constructor(
    private readonly database: Database,
    private readonly admins: AdminsRepository,
  ) {}

  of(adminIds: readonly (number | null)[]): Promise<ReadonlyMap<number, string>> {
    return this.admins.names(this.database, [...new Set(adminIds.filter((id) => id !== null))]);
  }
}
