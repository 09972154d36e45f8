import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { SegmentExpression } from '@regulars/shared';
import type { Reader } from '../../../platform/database/index.js';
import { BLOCK_SIZE, type Block } from '../domain/block.js';
import { countOf, evaluate, type BlockSource, type Plan } from '../domain/evaluate.js';
import { MemberSets } from '../sets/member-sets.js';
import type { SetName } from '../sets/set-names.js';
import type { Snapshot } from '../sets/snapshot.js';
import type { AudienceScope } from './audience-scope.js';
import { membersOf, planOf, setsOf } from './plan-of.js';

export interface Counted {
  readonly count: number;
  readonly asOf: Date;
}

/** Whom an expression means within one stretch of member numbers. */
export interface AudienceBlock {
  readonly block: number;
  readonly members: Block;
}

/** Nothing is asked of them. */
const EVERYBODY: Plan<SetName> = { kind: 'all', of: [] };

/** So long at most before others get their turn on this thread. */
const TURN_MS = 8;

/**
 * Answers which members an expression means; keys of expressions are numbers of rows here. Exact as of the instant in
 * which it is asked; on a transaction it includes what the transaction has written.
 */
@Injectable()
export class Audience {
  constructor(private readonly sets: MemberSets) {}

  async count(reader: Reader, scope: AudienceScope, expression: SegmentExpression): Promise<Counted> {
    const { plan, snapshot } = await this.prepare(reader, scope, expression);
    let count = 0;
    let turn = performance.now();
    for (const block of snapshot.blocksOf(membersOf(scope))) {
      count += countOf(plan, snapshot.members(membersOf(scope), block), sourceOf(snapshot, block));
      turn = await shareThread(turn);
    }
    return { count, asOf: snapshot.asOf };
  }

  /** Numbers of members in ascending order after `after`. */
  async page(
    reader: Reader,
    scope: AudienceScope,
    expression: SegmentExpression,
    { after, limit }: { after: number; limit: number },
  ): Promise<number[]> {
    const found: number[] = [];
    for await (const { block, members } of this.blocks(reader, scope, expression, after + 1)) {
      const base = block * BLOCK_SIZE;
      for (const offset of members.offsets(Math.max(0, after + 1 - base), limit - found.length)) {
        found.push(base + offset);
      }
      if (found.length >= limit) {
        break;
      }
    }
    return found;
  }

  /** Everybody, stretch by stretch: for freezing, exports and campaigns. */
  async *blocks(
    reader: Reader,
    scope: AudienceScope,
    expression: SegmentExpression,
    from = 0,
  ): AsyncGenerator<AudienceBlock> {
    const { plan, snapshot } = await this.prepare(reader, scope, expression);
    let turn = performance.now();
    for (const block of snapshot.blocksOf(membersOf(scope))) {
      if ((block + 1) * BLOCK_SIZE > from) {
        const everybody = snapshot.members(membersOf(scope), block);
        yield { block, members: evaluate(plan, everybody, sourceOf(snapshot, block)) };
        turn = await shareThread(turn);
      }
    }
  }

  /** How many of those that the expression means, or of everybody, are in each of these sets. */
  async breakdown(
    reader: Reader,
    scope: AudienceScope,
    expression: SegmentExpression | undefined,
    parts: readonly SetName[],
  ): Promise<number[]> {
    const { plan, snapshot } = await this.prepare(reader, scope, expression, parts);
    const counts = parts.map(() => 0);
    let turn = performance.now();
    for (const block of snapshot.blocksOf(membersOf(scope))) {
      const everybody = snapshot.members(membersOf(scope), block);
      const members = evaluate(plan, everybody, sourceOf(snapshot, block));
      parts.forEach((part, index) => {
        counts[index] = (counts[index] ?? 0) + members.countAnd(snapshot.members(part, block));
      });
      turn = await shareThread(turn);
    }
    return counts;
  }

  private async prepare(
    reader: Reader,
    scope: AudienceScope,
    expression: SegmentExpression | undefined,
    also: readonly SetName[] = [],
  ) {
    const plan: Plan<SetName> = expression ? planOf(expression, scope) : EVERYBODY;
    const snapshot = await this.sets.read(reader, [membersOf(scope), ...setsOf(plan), ...also]);
    return { plan, snapshot };
  }
}

function sourceOf(snapshot: Snapshot, block: number): BlockSource<SetName> {
  return {
    members: (set) => snapshot.members(set, block),
    slices: (number) => snapshot.slices(number, block),
  };
}

async function shareThread(since: number): Promise<number> {
  if (performance.now() - since < TURN_MS) {
    return since;
  }
  await nextTurn();
  return performance.now();
}
