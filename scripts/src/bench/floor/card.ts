import { fromPublicId, toPublicId } from '@regulars/server/platform/ids/public-id';
import type { FloorDatabase } from './database.js';
import type { Facts } from './facts.js';
import { Refused } from './refused.js';
import type { Caller } from './session.js';

interface MembershipRow {
  cardNo: string;
  joinedAt: Date;
  storeId: number | null;
}

interface AccountRow {
  unit: string;
  role: string;
  balance: number;
}

export async function showCard(
  database: FloorDatabase,
  facts: Facts,
  { memberId }: Caller,
  query: URLSearchParams,
): Promise<object> {
  const brandId = fromPublicId('brand', query.get('brandId') ?? '') ?? 0;
  const [[membership], accounts, [saved]] = await Promise.all([
    database.rows<MembershipRow>(
      `SELECT card_no AS cardNo, joined_at AS joinedAt, store_id AS storeId FROM membership
        WHERE member_id = ? AND brand_id = ? AND status = 'active'`,
      [memberId, brandId],
    ),
    database.rows<AccountRow>(
      "SELECT unit, role, balance FROM ledger_account WHERE owner_kind = 'member' AND owner_id = ? AND program_id = ?",
      [memberId, facts.programId],
    ),
    database.rows<{ total: number }>(
      `SELECT CAST(COALESCE(SUM(amount_fen), 0) AS SIGNED) AS total FROM member_saving
        WHERE member_id = ? AND brand_id = ?`,
      [memberId, brandId],
    ),
  ]);
  if (!membership) {
    throw new Refused(403, 'Not a member');
  }
  const balanceOf = (unit: string, role: string): number =>
    accounts.find((account) => account.unit === unit && account.role === role)?.balance ?? 0;
  const growth = balanceOf('growth', 'available');
  const tier = facts.tiers.findLast(({ growthFrom }) => growthFrom <= growth);
  const next = facts.tiers.find(({ growthFrom }) => growthFrom > growth);
  const store = facts.stores.get(membership.storeId ?? 0);
  return {
    brandId: toPublicId('brand', brandId),
    cardNo: membership.cardNo,
    tier: {
      name: tier?.name ?? '',
      level: tier?.level ?? 0,
      next: next ? { name: next.name, growthNeeded: next.growthFrom - growth } : null,
    },
    growth,
    points: {
      available: balanceOf('points', 'available'),
      pending: balanceOf('points', 'pending'),
      debt: 0 - balanceOf('points', 'debt'),
    },
    benefits: tier?.benefits ?? [],
    savedFen: saved?.total ?? 0,
    joinedAt: membership.joinedAt.toISOString(),
    store: store ? { id: toPublicId('store', store.id), name: store.name } : null,
  };
}
