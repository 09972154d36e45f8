import { Injectable } from '@nestjs/common';
import type { RuleTrigger } from '@regulars/shared';
import {
  placeholders,
  rowPlaceholders,
  type Reader,
  type SqlValue,
  type Tx,
} from '../../../platform/database/index.js';
import type { Unit } from '../../ledger/index.js';
import type { Caps, Condition, Facts, Reward, RewardRule, RuleEvent } from '../domain/reward-rule.js';

/** A rule as its newest version has it. */
export interface SavedRule extends RewardRule {
  readonly id: number;
  readonly brandId: number;
  readonly version: number;
  readonly name: string;
  readonly unit: Unit;
  readonly active: boolean;
}

export type RuleContent = Omit<SavedRule, 'id' | 'brandId' | 'version'>;

export interface NewEvent extends RuleEvent {
  readonly programId: number;
  readonly brandId: number;
  readonly memberId: number;
  /** Unique: what happened once gives once. */
  readonly key: string;
  readonly businessDay: string;
}

export interface Award {
  readonly rule: SavedRule;
  readonly amount: number;
}

export interface PastEvent extends RuleEvent {
  readonly id: number;
  readonly memberId: number;
  readonly businessDay: string;
}

interface RuleRow {
  readonly id: number;
  readonly brand_id: number;
  readonly version: number;
  readonly name: string;
  readonly trigger_kind: RuleTrigger;
  readonly unit: Unit;
  readonly requirement: Json<Condition>;
  readonly reward: Json<Reward>;
  readonly caps: Json<Caps>;
  readonly starts_at: Date | null;
  readonly ends_at: Date | null;
  readonly active: number;
}

/** MySQL gives JSON parsed, MariaDB as text. */
type Json<T> = T | string;

const RULES = `SELECT rule.id, rule.brand_id, version.version, version.name, version.trigger_kind, version.unit,
    version.requirement, version.reward, version.caps, version.starts_at, version.ends_at, version.active
  FROM reward_rule rule
  JOIN reward_rule_version version ON version.rule_id = rule.id AND version.version = rule.newest_version`;

@Injectable()
export class RewardRulesRepository {
  async ofBrand(reader: Reader, brandId: number): Promise<SavedRule[]> {
    return (await reader.query<RuleRow>(`${RULES} WHERE rule.brand_id = ? ORDER BY rule.id`, [brandId])).map(
      toRule,
    );
  }

  async lock(tx: Tx, ruleId: number): Promise<SavedRule | undefined> {
    const row = await tx.one<RuleRow>(`${RULES} WHERE rule.id = ? FOR UPDATE`, [ruleId]);
    return row && toRule(row);
  }

  async addRule(tx: Tx, brandId: number, at: Date): Promise<number> {
    const { insertId } = await tx.execute(
      'INSERT INTO reward_rule (brand_id, newest_version, created_at) VALUES (?, 1, ?)',
      [brandId, at],
    );
    return insertId;
  }

  async addVersion(
    tx: Tx,
    { ruleId, version, adminId, at }: { ruleId: number; version: number; adminId: number; at: Date },
    rule: RuleContent,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO reward_rule_version (rule_id, version, name, trigger_kind, unit, requirement, reward, caps,
         starts_at, ends_at, active, valid_from, created_by_admin_id)
       VALUES (${placeholders(13)})`,
      [
        ruleId,
        version,
        rule.name,
        rule.trigger,
        rule.unit,
        JSON.stringify(rule.condition),
        JSON.stringify(rule.reward),
        JSON.stringify(rule.caps),
        rule.startsAt,
        rule.endsAt,
        rule.active,
        at,
        adminId,
      ],
    );
    await tx.execute('UPDATE reward_rule SET newest_version = ? WHERE id = ?', [version, ruleId]);
  }

  /** @throws a duplicate key error when it was noted before */
  async addEvent(tx: Tx, event: NewEvent, given: { points: number; growth: number }): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO reward_event (program_id, brand_id, member_id, trigger_kind, event_key, facts, order_lines, points,
         growth, business_day, at)
       VALUES (${placeholders(11)})`,
      [
        event.programId,
        event.brandId,
        event.memberId,
        event.trigger,
        event.key,
        JSON.stringify(event.facts),
        JSON.stringify(event.lines),
        given.points,
        given.growth,
        event.businessDay,
        event.at,
      ],
    );
    return insertId;
  }

  async hasHappened(reader: Reader, key: string): Promise<boolean> {
    return (await reader.one('SELECT id FROM reward_event WHERE event_key = ?', [key])) !== undefined;
  }

  async addAwards(tx: Tx, eventId: number, event: NewEvent, awards: readonly Award[]): Promise<void> {
    if (awards.length > 0) {
      await tx.execute(
        `INSERT INTO reward_award (event_id, rule_id, rule_version, unit, amount, member_id, business_day)
         VALUES ${rowPlaceholders(awards.length, 7)}`,
        awards.flatMap(({ rule, amount }): SqlValue[] => [
          eventId,
          rule.id,
          rule.version,
          rule.unit,
          amount,
          event.memberId,
          event.businessDay,
        ]),
      );
    }
  }

  /** What each of these rules gave a member, today and ever. */
  async given(
    tx: Tx,
    ruleIds: readonly number[],
    memberId: number,
    businessDay: string,
  ): Promise<ReadonlyMap<number, { today: number; ever: number }>> {
    const rows = await tx.query<{ ruleId: number; today: number; ever: number }>(
      `SELECT rule_id AS ruleId, CAST(SUM(IF(business_day = ?, amount, 0)) AS SIGNED) AS today,
              CAST(SUM(amount) AS SIGNED) AS ever
         FROM reward_award WHERE member_id = ? AND rule_id IN (${placeholders(ruleIds.length)}) GROUP BY rule_id`,
      [businessDay, memberId, ...ruleIds],
    );
    return new Map(rows.map(({ ruleId, today, ever }) => [ruleId, { today, ever }]));
  }

  /** What happened within some days, member by member, after a place in that order. */
  async past(
    reader: Reader,
    wish: {
      brandId: number;
      trigger: RuleTrigger;
      from: string;
      to: string;
      after: { memberId: number; id: number };
      limit: number;
    },
  ): Promise<PastEvent[]> {
    const rows = await reader.query<{
      id: number;
      memberId: number;
      facts: Json<Facts>;
      order_lines: Json<RuleEvent['lines']>;
      businessDay: string;
      at: Date;
    }>(
      `SELECT id, member_id AS memberId, facts, order_lines, business_day AS businessDay, at
         FROM reward_event
        WHERE brand_id = ? AND trigger_kind = ? AND member_id >= ? AND (member_id > ? OR id > ?)
          AND business_day >= ? AND business_day <= ?
        ORDER BY member_id, id LIMIT ?`,
      [
        wish.brandId,
        wish.trigger,
        wish.after.memberId,
        wish.after.memberId,
        wish.after.id,
        wish.from,
        wish.to,
        String(wish.limit),
      ],
    );
    return rows.map(({ facts, order_lines: lines, ...row }) => ({
      ...row,
      trigger: wish.trigger,
      facts: parsed(facts),
      lines: parsed(lines),
    }));
  }
}

function toRule(row: RuleRow): SavedRule {
  return {
    id: row.id,
    brandId: row.brand_id,
    version: row.version,
    name: row.name,
    trigger: row.trigger_kind,
    unit: row.unit,
    condition: parsed(row.requirement),
    reward: parsed(row.reward),
    caps: parsed(row.caps),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    active: row.active === 1,
  };
}

function parsed<T>(json: Json<T>): T {
  return typeof json === 'string' ? (JSON.parse(json) as T) : json;
}
