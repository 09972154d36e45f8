import { addDays, Clock, startOfBusinessDay } from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { JobHandler, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import { LedgerStatements, type LapsingOfMember } from '../../ledger/index.js';
import { MembershipLookup } from '../../members/index.js';
import { BrandLookup } from '../../org/index.js';
import { PointsNotices, type PointsNotice } from './points-notices.js';

/** Days before points lapse on which somebody hears of it. */
const STAGES = [30, 7, 1] as const;
const BATCH = 500;
/** After a longer silence older days are not caught up with: the nearer stages still come. */
const CATCH_UP_DAYS = 7;

/**
 * Notes each day whose points lapse in 30, 7 and 1 days. A day that was missed is caught up with; a notice is kept
 * once, so a run that was killed may simply begin again.
 */
@JobHandler('loyalty.announce-lapsing', { everySeconds: 1800 })
export class AnnounceLapsing implements HandlesJob<object> {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: LedgerStatements,
    private readonly memberships: MembershipLookup,
    private readonly brands: BrandLookup,
    private readonly notices: PointsNotices,
    private readonly clock: Clock,
  ) {}

  async run(_payload: object, settle: Settle): Promise<void> {
    const today = this.clock.businessDay();
    if (await this.notices.isFinished(this.database, today)) {
      return;
    }
    const last = await this.notices.lastFinished(this.database, today);
    const earliest = addDays(today, -CATCH_UP_DAYS);
    let day = last === undefined ? today : addDays(last, 1);
    for (day = day < earliest ? earliest : day; day <= today; day = addDays(day, 1)) {
      for (const stage of STAGES) {
        await this.announce(day, stage);
      }
    }
    await settle((tx) => this.notices.finish(tx, today));
  }

  /** Points that lapse within the day that is `stage` days after this one. */
  private async announce(day: string, stage: number): Promise<void> {
    const from = startOfBusinessDay(addDays(day, stage));
    const to = startOfBusinessDay(addDays(day, stage + 1));
    let after: LapsingOfMember | undefined;
    do {
      const lapsing = await this.statements.lapsingWithin(this.database, { from, to, after, limit: BATCH });
      const notices = await this.noticesOf(lapsing, stage);
      await this.unitOfWork.run((tx) => this.notices.add(tx, notices));
      after = lapsing.length < BATCH ? undefined : lapsing.at(-1);
    } while (after);
  }

  /** One for each membership with a brand of the program. */
  private async noticesOf(lapsing: readonly LapsingOfMember[], stage: number): Promise<PointsNotice[]> {
    if (lapsing.length === 0) {
      return [];
    }
    const brands = await this.brands.all();
    const memberships = await this.memberships.ofMembers(
      this.database,
      [...new Set(lapsing.map(({ memberId }) => memberId))],
      brands.map(({ id }) => id),
    );
    const programOf = new Map(brands.map(({ id, programId }) => [id, programId]));
    return lapsing.flatMap(({ memberId, programId, at, amount }) =>
      memberships
        .filter((one) => one.memberId === memberId && programOf.get(one.brandId) === programId)
        .map(({ brandId, storeId }) => ({
          programId,
          brandId,
          storeId,
          memberId,
          lapsesAt: at,
          daysBefore: stage,
          points: amount,
        })),
    );
  }
}
