import { Injectable } from '@nestjs/common';
import { AudienceScopes, SetContents, type SetName } from '../modules/audience/index.js';
import { LedgerStatements } from '../modules/ledger/index.js';
import { MemberNumbers } from '../modules/members/index.js';
import { BrandLookup } from '../modules/org/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { JobHandler, Jobs, type HandlesJob, type Settle } from '../platform/jobs/index.js';
import { AudienceFacts } from './audience-facts.js';
import { followLedger } from './audience-standing.js';

/** Members looked through in one job, well within its lease. */
const RANGE = 2048;
const MEMBERS_PER_TRANSACTION = 128;
const RANGE_JOB = 'audience.reconcile-range';

/**
 * Compares what is in the sets with what the rows say, stretch by stretch, and mends what differs: it builds the sets of
 * data that came in bulk, lets what a window has left fall out each night, and heals whatever else may have gone wrong.
 */
@Injectable()
export class ReconcileAudience {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly scopes: AudienceScopes,
    private readonly numbers: MemberNumbers,
    private readonly contents: SetContents,
    private readonly facts: AudienceFacts,
  ) {}

  /** Members from this number on to before that one. Returns how many of their sets differed. */
  async execute(brandId: number, from: number, to: number): Promise<number> {
    const scope = await this.scopes.of(brandId);
    const owners = [
      { kind: 'brand', id: brandId },
      { kind: 'program', id: scope.programId },
    ] as const;
    const members = await this.numbers.between(this.database, from, to);
    const actual = await this.contents.of(this.database, owners, from, to);
    let mended = 0;
    for (let start = 0; start < members.length; start += MEMBERS_PER_TRANSACTION) {
      const part = members.slice(start, start + MEMBERS_PER_TRANSACTION);
      const expected = await this.facts.of(
        this.database,
        scope,
        part.map(({ id }) => id),
      );
      const differing = new Map<number, SetName[]>();
      for (const { id, number } of part) {
        const names = difference(actual.get(number) ?? new Map(), expected.get(id) ?? new Map(), brandId);
        if (names.length > 0) {
          differing.set(id, names);
          mended += names.length;
        }
      }
      await this.mend(brandId, differing);
    }
    return mended;
  }

  /** What differed is computed once more under the lock, since it may have been written a moment ago. */
  private async mend(brandId: number, differing: ReadonlyMap<number, readonly SetName[]>): Promise<void> {
    if (differing.size > 0) {
      await this.unitOfWork.run((tx) =>
        this.facts.refresh(tx, brandId, [...differing.keys()], (memberId) => differing.get(memberId) ?? []),
      );
    }
  }
}

type Named = ReadonlyMap<string, { readonly set: SetName; readonly value: number }>;

/**
 * Sets in which the two differ. Where somebody has no card of this brand, what its program says of them is the business of
 * the brands whose card they have.
 */
function difference(actual: Named, expected: Named, brandId: number): SetName[] {
  const names: SetName[] = [];
  for (const [text, { set, value }] of expected) {
    if (actual.get(text)?.value !== value) {
      names.push(set);
    }
  }
  for (const [text, { set }] of actual) {
    const isOurs = set.owner.kind === 'brand' ? set.owner.id === brandId : expected.size > 0;
    if (isOurs && !expected.has(text)) {
      names.push(set);
    }
  }
  return names;
}

/** Every night, and when the worker starts for the first time. */
@JobHandler('audience.reconcile', { everySeconds: 86_400 })
export class ReconcileAudienceJob implements HandlesJob<object> {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandLookup,
    private readonly numbers: MemberNumbers,
    private readonly statements: LedgerStatements,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async run(_payload: object, settle: Settle): Promise<void> {
    const brands = await this.brands.all();
    const last = await this.numbers.last(this.database);
    // Before the ranges are read, so that nothing falls between the two.
    const position = await this.statements.lastEntry(this.database);
    await settle(async (tx) => {
      await this.jobs.schedule(tx, followLedger(position, this.clock.now()));
      for (let from = 0; from <= last; from += RANGE) {
        await this.jobs.scheduleAll(
          tx,
          brands.map(({ id: brandId }) => ({
            kind: RANGE_JOB,
            key: `${brandId}:${from}`,
            payload: { brandId, from, to: from + RANGE },
          })),
        );
      }
    });
  }
}

interface Range {
  readonly brandId: number;
  readonly from: number;
  readonly to: number;
}

@JobHandler(RANGE_JOB)
export class ReconcileRange implements HandlesJob<Range> {
  constructor(private readonly reconcile: ReconcileAudience) {}

  async run({ brandId, from, to }: Range, settle: Settle): Promise<void> {
    await this.reconcile.execute(brandId, from, to);
    await settle(() => Promise.resolve());
  }
}
