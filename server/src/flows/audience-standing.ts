import { numberSet, ofProgram, type SetName } from '../modules/audience/index.js';
import { LedgerStatements } from '../modules/ledger/index.js';
import { ProgramRules } from '../modules/loyalty/index.js';
import { MembershipLookup } from '../modules/members/index.js';
import { BrandLookup } from '../modules/org/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { JobHandler, Jobs, type HandlesJob, type NewJob, type Settle } from '../platform/jobs/index.js';
import { AudienceFacts } from './audience-facts.js';

const KIND = 'audience.follow-ledger';
const PAUSE_MS = 3_000;
/** Entries get their ids before they are committed: what is younger is looked at again. */
const SETTLED_MS = 10_000;

interface Position {
  /** Entries up to this id are done with. */
  readonly after: number;
}

/** At most one is waiting at any time; scheduling it again changes nothing. */
export const followLedger = (after: number, dueAt: Date): NewJob => ({
  kind: KIND,
  key: 'position',
  dueAt,
  payload: { after } satisfies Position,
});

/** Points, growth and tier follow the books, whatever booked on them. */
@JobHandler(KIND, { attemptsMax: 1_000_000 })
export class FollowLedger implements HandlesJob<Position> {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly statements: LedgerStatements,
    private readonly memberships: MembershipLookup,
    private readonly brands: BrandLookup,
    private readonly rules: ProgramRules,
    private readonly facts: AudienceFacts,
  ) {}

  async run({ after }: Position, settle: Settle): Promise<void> {
    const { owners, settledTo } = await this.statements.bookedAfter(
      this.database,
      after,
      this.clock.in(-SETTLED_MS),
    );
    for (const { memberId, programId } of owners) {
      await this.refresh(memberId, programId);
    }
    await settle((tx) => this.jobs.schedule(tx, followLedger(settledTo, this.clock.in(PAUSE_MS))));
  }

  private async refresh(memberId: number, programId: number): Promise<void> {
    const tiers = await this.rules.tiersOf(programId);
    const levels = [0, ...tiers.map(({ level }) => level)];
    for (const { brandId } of await this.memberships.ofMember(this.database, memberId)) {
      if ((await this.brands.get(brandId)).programId === programId) {
        await this.unitOfWork.run((tx) =>
          this.facts.refresh(tx, brandId, [memberId], (_member, facts, scope): SetName[] =>
            facts.size === 0
              ? []
              : [
                  ...levels.map((level) => ofProgram(programId, 'tier', String(level))),
                  numberSet('points', scope),
                  numberSet('growth', scope),
                ],
          ),
        );
      }
    }
  }
}
