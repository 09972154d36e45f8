import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../platform/auth/index.js';
import { UnitOfWork, type Tx } from '../platform/database/index.js';
import { Refusal } from '../platform/http/index.js';
import {
  CheckInLookup,
  MakeCheckIn,
  StoreCodes,
  UseCardCode,
  obstacleOfDistance,
  type CheckIn,
  type CheckInView,
  type ScannedStore,
  type Visit,
} from '../modules/check-ins/index.js';
import { RewardCheckIn } from '../modules/loyalty/index.js';
import { MemberCodes, MembershipLookup } from '../modules/members/index.js';
import {
  BrandLookup,
  StoreLookup,
  distanceM,
  requireStore,
  type Position,
  type Store,
} from '../modules/org/index.js';

/** A visit and what it earns, in one transaction. The customer scans the store, or the staff scan the customer. */
@Injectable()
export class CheckInFlow {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly brands: BrandLookup,
    private readonly stores: StoreLookup,
    private readonly memberships: MembershipLookup,
    private readonly memberCodes: MemberCodes,
    private readonly storeCodes: StoreCodes,
    private readonly makeCheckIn: MakeCheckIn,
    private readonly useCardCode: UseCardCode,
    private readonly rewardCheckIn: RewardCheckIn,
    private readonly checkIns: CheckInLookup,
  ) {}

  async byCustomer(memberId: number, storeCode: string, from: Position | undefined): Promise<CheckInView> {
    const scanned = await this.storeCodes.read(storeCode);
    const distance = from ? Math.round(distanceM(from, scanned.store)) : null;
    mustBeNear(scanned, distance);
    const checkIn = await this.unitOfWork.run(async (tx) => {
      await this.memberships.ofCaller(tx, memberId, scanned.store.brandId);
      return this.book(tx, {
        memberId,
        store: scanned.store,
        kind: 'customer',
        staffId: null,
        distanceM: distance,
      });
    });
    return this.checkIns.view(checkIn);
  }

  async byStaff(staff: StaffActor, memberCode: string, storeId: number | undefined): Promise<CheckInView> {
    const store = await this.storeOf(staff, storeId);
    const { membershipId, window } = this.memberCodes.read(memberCode);
    const checkIn = await this.unitOfWork.run(async (tx) => {
      const { memberId } = await this.memberships.byIdInBrand(tx, membershipId, staff.brandId);
      const made = await this.book(tx, {
        memberId,
        store,
        kind: 'staff',
        staffId: staff.staffId,
        distanceM: null,
      });
      await this.useCardCode.execute(tx, { membershipId, window, checkInId: made.id });
      return made;
    });
    return this.checkIns.view(checkIn);
  }

  private async book(tx: Tx, visit: Omit<Visit, 'points'>): Promise<CheckIn> {
    const { memberId, store } = visit;
    const { programId } = await this.brands.get(store.brandId);
    const points = await this.rewardCheckIn.pointsFor(programId);
    const checkIn = await this.makeCheckIn.execute(tx, { ...visit, points });
    await this.rewardCheckIn.execute(tx, {
      id: checkIn.id,
      owner: { memberId, programId },
      points,
      storeName: store.name,
    });
    return checkIn;
  }

  /** Who works in several stores says in which they are. */
  private async storeOf(staff: StaffActor, storeId: number | undefined): Promise<Store> {
    const [only, ...others] = staff.storeIds;
    const chosen = storeId ?? (others.length === 0 ? only : undefined);
    if (chosen === undefined) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'storeId', message: '请选择当前所在的门店' }],
      });
    }
    requireStore(staff, chosen);
    return this.stores.getOf(staff.brandId, chosen);
  }
}

/** The rotating code proves presence by itself; the printed one may be a photograph. */
function mustBeNear({ store, proven }: ScannedStore, distance: number | null): void {
  const obstacle = proven ? undefined : obstacleOfDistance(store, distance);
  if (obstacle !== undefined) {
    throw new Refusal(obstacle, { data: { distanceM: distance, radiusM: store.checkInRadiusM } });
  }
}
