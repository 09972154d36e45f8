import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import { RewardRules } from './reward-rules.js';
import { RewardRulesRepository, type RuleContent, type SavedRule } from './reward-rules.repository.js';

/** A new rule, or a new version of one. What earlier versions gave stays given and keeps their number. */
@Injectable()
export class SaveRule {
  constructor(
    private readonly repository: RewardRulesRepository,
    private readonly rules: RewardRules,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async create(tx: Tx, admin: AdminActor, brandId: number, content: RuleContent): Promise<SavedRule> {
    requireBrand(admin, brandId);
    const id = await this.repository.addRule(tx, brandId, this.clock.now());
    return this.keep(tx, admin, { ...content, id, brandId, version: 1 });
  }

  /** @throws Refusal `not_found` */
  async change(tx: Tx, admin: AdminActor, ruleId: number, content: RuleContent): Promise<SavedRule> {
    const before = await this.repository.lock(tx, ruleId);
    if (!before || !admin.brandIds.includes(before.brandId)) {
      throw notFound();
    }
    const { brandId, version } = before;
    return this.keep(tx, admin, { ...content, id: ruleId, brandId, version: version + 1 });
  }

  private async keep(tx: Tx, { adminId }: AdminActor, rule: SavedRule): Promise<SavedRule> {
    const { id, brandId, version, name, active } = rule;
    await this.repository.addVersion(tx, { ruleId: id, version, adminId, at: this.clock.now() }, rule);
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: adminId },
      brandId,
      action: version === 1 ? 'reward-rule.created' : 'reward-rule.changed',
      subject: { kind: 'reward-rule', id },
      detail: { name, version, active },
    });
    tx.afterCommit(() => this.rules.changed(brandId));
    return rule;
  }
}
