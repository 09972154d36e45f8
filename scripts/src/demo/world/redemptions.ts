import { balanceOf } from './books.js';
import { redemptionCode } from './codes.js';
import { DAY, HOUR, MINUTE } from './days.js';
import { booksOf, type Member, type Membership } from './members.js';
import type { Brand, Reward, Shop, Store } from './shop.js';
import type { World } from './world.js';

/** How a redemption ends: collected at an instant, cancelled at one, or still waiting. */
type Ending = { readonly collectedAt: number } | { readonly cancelledAt: number } | undefined;

/** How much of each reward is left, and who has how many. */
export class RewardShelf {
  private readonly left = new Map<number, number>();
  private readonly takers = new Set<Member>();

  constructor(
    private readonly shop: Shop,
    private readonly scale: number,
  ) {
    for (const { rewards } of Object.values(shop)) {
      rewards.forEach(({ id, seed }) => this.left.set(id, Math.ceil(seed.stock * Math.max(1, scale))));
    }
  }

  /** What a member could take now. */
  within(brand: Brand, member: Member, points: number): Reward[] {
    return brand.rewards.filter(({ id, seed }) => {
      const taken = member.rewardsTaken.get(id) ?? 0;
      return (
        seed.points <= points && (this.left.get(id) ?? 0) > 0 && taken < (seed.perMemberLimit ?? Infinity)
      );
    });
  }

  take({ id }: Reward, member: Member): void {
    this.left.set(id, (this.left.get(id) ?? 0) - 1);
    member.rewardsTaken.set(id, (member.rewardsTaken.get(id) ?? 0) + 1);
    this.takers.add(member);
  }

  giveBack({ id }: Reward, member: Member): void {
    this.left.set(id, (this.left.get(id) ?? 0) + 1);
    member.rewardsTaken.set(id, (member.rewardsTaken.get(id) ?? 0) - 1);
  }

  /** Writes the rewards as they stand at the end, and who has how many. */
  close({ tables }: World, openedAt: Date): void {
    for (const member of this.takers) {
      for (const [rewardId, taken] of member.rewardsTaken) {
        tables.add('reward_taken', { reward_id: rewardId, member_id: member.id, taken });
      }
    }
    for (const brand of Object.values(this.shop)) {
      for (const { id, seed, pictureUrl } of brand.rewards) {
        tables.add('reward', {
          id,
          brand_id: brand.id,
          kind: seed.kind,
          name: seed.name,
          description: seed.description,
          picture_url: pictureUrl,
          points: seed.points,
          stock: this.left.get(id) ?? 0,
          per_member_limit: seed.perMemberLimit,
          coupon_text: seed.couponText,
          status: 'on_shelf',
          created_at: openedAt,
        });
      }
    }
  }
}

/** A member looks at the reward shelf, and takes something when the points allow it. */
export function perhapsRedeem(
  world: World,
  shelf: RewardShelf,
  member: Member,
  { brand, home }: Membership,
  at: number,
): void {
  const { random } = world;
  const points = balanceOf(booksOf(world.books, member, brand.program).points);
  const affordable = shelf.within(brand, member, points);
  if (affordable.length === 0 || !random.chance(0.22)) {
    return;
  }
  const total = affordable.reduce((sum, { seed }) => sum + seed.share, 0);
  let target = random.next() * total;
  const reward = affordable.find(({ seed }) => (target -= seed.share) < 0) ?? affordable[0];
  if (reward) {
    redeem(world, shelf, member, { reward, brand, store: home }, at, endingOf(world, reward, at));
  }
}

export function redeem(
  world: World,
  shelf: RewardShelf,
  member: Member,
  { reward, brand, store }: { reward: Reward; brand: Brand; store: Store },
  at: number,
  ending: Ending,
): void {
  const { tables, books, agenda, random, days } = world;
  const id = tables.nextId('redemption');
  const { points: book } = booksOf(books, member, brand.program);
  const { seed, pictureUrl } = reward;
  const spent = books.spend(
    book,
    seed.points,
    { kind: 'redemption.made', id, text: `兑换：${seed.name}` },
    at,
  );
  if (!spent) {
    throw new Error(`Member ${member.id} cannot afford ${seed.name}`);
  }
  shelf.take(reward, member);
  const now = days.now.getTime();
  const collectedAt =
    ending && 'collectedAt' in ending && ending.collectedAt <= now ? ending.collectedAt : undefined;
  const cancelledAt =
    ending && 'cancelledAt' in ending && ending.cancelledAt <= now ? ending.cancelledAt : undefined;
  tables.add('redemption', {
    id,
    reward_id: reward.id,
    brand_id: brand.id,
    program_id: brand.program.id,
    member_id: member.id,
    store_id: store.id,
    code: redemptionCode(id),
    status: collectedAt !== undefined ? 'collected' : cancelledAt !== undefined ? 'cancelled' : 'ready',
    reward_kind: seed.kind,
    reward_name: seed.name,
    picture_url: pictureUrl,
    points: seed.points,
    coupon_text: seed.couponText,
    at: new Date(at),
    collected_at: collectedAt === undefined ? null : new Date(collectedAt),
    collected_by_staff_id: collectedAt === undefined ? null : random.pick(store.staffIds),
    collected_store_id: collectedAt === undefined ? null : store.id,
    cancelled_at: cancelledAt === undefined ? null : new Date(cancelledAt),
  });
  if (cancelledAt !== undefined) {
    agenda.plan(cancelledAt, () => {
      const cause = { kind: 'redemption.cancelled', id, text: `取消兑换：${seed.name}` } as const;
      books.giveBack(book, seed.points, spent, cause, cancelledAt);
      shelf.giveBack(reward, member);
    });
  }
}

function endingOf({ random }: World, { seed }: Reward, at: number): Ending {
  if (random.chance(0.03)) {
    return { cancelledAt: at + random.whole(2, 300) * MINUTE };
  }
  if (seed.kind === 'gift') {
    return random.chance(0.92) ? { collectedAt: at + random.between(5 * MINUTE, 8 * DAY) } : undefined;
  }
  return random.chance(0.8) ? { collectedAt: at + random.between(HOUR, 25 * DAY) } : undefined;
}
