import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import type { Patience } from '../due/due-run.js';
import { CLAIMS, STEPS, STEP_ROWS, type Step } from './claims.js';
import { ProofsRepository, type Finding, type Proof } from './proofs.repository.js';

/** Of a broken claim so many are written down a stretch: enough to find the fault. */
const FINDINGS_MAX = 100;

/**
 * Proves the books once a business day, stretch by stretch in the order of ids. How far it came is kept with each
 * stretch, so that a proof that was killed goes on where it stopped, and its memory doesn't grow with the books.
 */
@Injectable()
export class ProveBooks {
  private readonly logger = new Logger(ProveBooks.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ProofsRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the proof of today, as far as the patience let it come */
  async run({ until = Infinity }: Patience = {}): Promise<Proof> {
    const day = this.clock.businessDay();
    for (;;) {
      const proof = await this.unitOfWork.run(async (tx) => {
        const before = await this.repository.ofDay(tx, day);
        return before.finishedAt ? before : this.proveStretch(tx, before);
      });
      if (proof.finishedAt ?? performance.now() > until) {
        return proof;
      }
    }
  }

  private async proveStretch(tx: Tx, proof: Proof): Promise<Proof> {
    const { step, afterId } = proof;
    const lastId = await this.repository.stretch(tx, step, afterId, STEP_ROWS[step]);
    const findings = lastId === undefined ? [] : await this.findings(tx, step, afterId, lastId);
    const counted = lastId === undefined ? proof : await this.counted(tx, proof, lastId);
    const after = {
      ...counted,
      violations: proof.violations + findings.length,
      ...(lastId === undefined ? this.next(step) : { afterId: lastId }),
    };
    await this.repository.keep(tx, after, findings);
    if (findings.length > 0) {
      this.logger.error({ proof: proof.id, findings }, 'The books do not balance');
    }
    return after;
  }

  private async findings(tx: Tx, step: Step, afterId: number, lastId: number): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const claim of CLAIMS.filter((one) => one.step === step)) {
      const violations = await this.repository.violations(tx, claim, afterId, lastId);
      findings.push(...violations.slice(0, FINDINGS_MAX).map((one) => ({ ...one, claim: claim.name })));
    }
    return findings;
  }

  private async counted(tx: Tx, proof: Proof, lastId: number): Promise<Proof> {
    switch (proof.step) {
      case 'accounts':
        return {
          ...proof,
          accounts: proof.accounts + (await this.repository.countAccounts(tx, proof.afterId, lastId)),
        };
      case 'transfers':
        return {
          ...proof,
          entries: proof.entries + (await this.repository.countEntries(tx, proof.afterId, lastId)),
        };
      case 'lots':
        return proof;
    }
  }

  private next(step: Step): Pick<Proof, 'step' | 'afterId' | 'finishedAt'> {
    const following = STEPS[STEPS.indexOf(step) + 1];
    return following
      ? { step: following, afterId: 0, finishedAt: null }
      : { step, afterId: 0, finishedAt: this.clock.now() };
  }
}
