import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { JobHandler, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import { MemberTags } from './member-tags.js';

const TAGS_PER_RUN = 2000;
const WHY = { source: 'system', actorId: null, evidence: '有效期已到' } as const;

/** Takes back tags whose time is up. A tag that was renewed meanwhile stays. */
@JobHandler('audience.expire-tags', { everySeconds: 60 })
export class ExpireTags implements HandlesJob<object> {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly memberTags: MemberTags,
  ) {}

  async run(_payload: object, settle: Settle): Promise<void> {
    for (const { tagId, brandId, memberId } of await this.memberTags.expired(this.database, TAGS_PER_RUN)) {
      await this.unitOfWork.run((tx) =>
        this.memberTags.take(tx, { id: tagId, brandId }, [memberId], WHY, 'expired'),
      );
    }
    await settle(() => Promise.resolve());
  }
}
