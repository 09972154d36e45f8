import { BRAND } from '../data/town.js';
import type { FloorDatabase } from './database.js';

interface TierRow {
  level: number;
  name: string;
  growthFrom: number;
  benefits: string | object[];
}

interface StoreRow {
  id: number;
  code: string;
  name: string;
  kind: string;
  lat: number;
  lng: number;
  radiusM: number;
}

/** What hardly ever changes, read once at the start: a bare server would not ask for it with every request. */
export interface Facts {
  readonly programId: number;
  readonly checkInPoints: number;
  readonly issuedPointsAccountId: number;
  readonly tiers: readonly (Omit<TierRow, 'benefits'> & { benefits: object[] })[];
  readonly stores: ReadonlyMap<number, StoreRow>;
}

export async function readFacts(database: FloorDatabase): Promise<Facts> {
  const tiers = await database.rows<TierRow>(
    'SELECT level, name, growth_from AS growthFrom, benefits FROM tier WHERE program_id = ? ORDER BY growth_from',
    [BRAND.programId],
  );
  const stores = await database.rows<StoreRow>(
    `SELECT id, code, name, kind, CAST(lat AS DOUBLE) AS lat, CAST(lng AS DOUBLE) AS lng, check_in_radius_m AS radiusM
       FROM store WHERE brand_id = ? AND archived_at IS NULL`,
    [BRAND.id],
  );
  const [rule] = await database.rows<{ points: number }>(
    'SELECT check_in_points AS points FROM earn_rule WHERE program_id = ? ORDER BY version DESC LIMIT 1',
    [BRAND.programId],
  );
  const [issued] = await database.rows<{ id: number }>(
    `SELECT id FROM ledger_account
      WHERE owner_kind = 'program' AND owner_id = ? AND program_id = ? AND unit = 'points' AND role = 'issued'`,
    [BRAND.programId, BRAND.programId],
  );
  return {
    programId: BRAND.programId,
    checkInPoints: rule?.points ?? 0,
    issuedPointsAccountId: issued?.id ?? 0,
    tiers: tiers.map(({ benefits, ...tier }) => ({
      ...tier,
      benefits: typeof benefits === 'string' ? (JSON.parse(benefits) as object[]) : benefits,
    })),
    stores: new Map(stores.map((store) => [store.id, store])),
  };
}
