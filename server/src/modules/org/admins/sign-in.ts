import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { sessionExpiry } from '../domain/session-life.js';
import { hashOfSecret } from '../random-code.js';
import { AdminsRepository } from './admins.repository.js';
import { stepOfCode } from './one-time-codes.js';
import { isPassword } from './passwords.js';
import { SignInAttempts } from './sign-in-attempts.js';

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  readonly otp: string;
  readonly ip: string;
}

interface Proven {
  readonly adminId: number;
  readonly step: number;
}

/** Opens a console session for the right password and a one-time code that was never used before. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly admins: AdminsRepository,
    private readonly attempts: SignInAttempts,
    private readonly audit: Audit,
  ) {}

  /** The session's token, which only the browser keeps. */
  async execute(request: SignInRequest): Promise<string> {
    const attempt = { email: request.email.toLowerCase(), ip: request.ip };
    await this.attempts.count(attempt);
    const proven = await this.prove(attempt.email, request);
    if (!proven) {
      throw new Refusal('sign_in_failed');
    }
    const token = randomBytes(32).toString('base64url');
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.admins.useStep(tx, proven.adminId, proven.step))) {
        throw new Refusal('sign_in_failed');
      }
      const now = this.clock.now();
      await this.admins.openSession(tx, hashOfSecret(token), proven.adminId, now, sessionExpiry(now, now));
      await this.attempts.forgive(tx, attempt);
      await this.audit.record(tx, {
        actor: { kind: 'admin', id: proven.adminId },
        brandId: null,
        action: 'admin.signed-in',
        subject: { kind: 'admin', id: proven.adminId },
      });
    });
    return token;
  }

  /** Every wrong answer takes as long as a right one and looks the same. */
  private async prove(email: string, { password, otp }: SignInRequest): Promise<Proven | undefined> {
    const credentials = await this.admins.credentials(this.database, email);
    const knowsPassword = await isPassword(credentials?.passwordHash, password);
    if (!credentials) {
      return undefined;
    }
    const step = stepOfCode(this.cipher.open(credentials.totpSealed), otp, this.clock.now());
    return knowsPassword && step !== undefined ? { adminId: credentials.id, step } : undefined;
  }
}
