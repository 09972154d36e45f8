import { Injectable } from '@nestjs/common';
import type { VisitorActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import {
  BrandLookup,
  StoreLookup,
  toBrandView,
  toStoreView,
  type Nearby,
  type Position,
  type Store,
} from '../../org/index.js';
import { LiveCodeLookup, type RoutedCode } from '../codes/live-code-lookup.js';
import type { ResolvedCodeView } from '../codes/live-code.view.js';
import { destinationOf } from '../domain/destination.js';
import { ScansRepository } from './scans.repository.js';

const STORES_SHOWN = 100;
/** A page that asks again within this time is still the same scan. */
const SAME_SCAN_MS = 10 * 60_000;

/** Decides at the scan where a printed code leads, and remembers the scan. */
@Injectable()
export class ResolveLiveCode {
  constructor(
    private readonly codes: LiveCodeLookup,
    private readonly brands: BrandLookup,
    private readonly stores: StoreLookup,
    private readonly scans: ScansRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(
    text: string,
    from: Position | undefined,
    visitor: VisitorActor | undefined,
  ): Promise<ResolvedCodeView> {
    const routed = await this.codes.find(text);
    if (!routed) {
      throw notFound();
    }
    const { code } = routed;
    if (code.status === 'paused') {
      throw new Refusal('live_code_paused');
    }
    const brand = await this.brands.get(code.brandId);
    const nearby = await this.candidates(routed, from);
    const destination = destinationOf(
      code,
      nearby.map((near) => ({ id: near.place.id, open: near.open, distanceM: near.distanceM, near })),
    )?.near;
    await this.record(code.id, destination, visitor);
    return {
      code: code.code,
      brand: toBrandView(brand),
      store: destination ? toStoreView(destination) : null,
      stores: nearby.slice(0, STORES_SHOWN).map(toStoreView),
      promise: code.promise,
      exits: code.exits,
    };
  }

  private async candidates(
    { code, storeIds }: RoutedCode,
    from: Position | undefined,
  ): Promise<Nearby<Store>[]> {
    const nearby = await this.stores.near(code.brandId, from);
    return storeIds.length === 0 ? nearby : nearby.filter(({ place }) => storeIds.includes(place.id));
  }

  private async record(
    liveCodeId: number,
    destination: Nearby<Store> | undefined,
    visitor: VisitorActor | undefined,
  ): Promise<void> {
    const scan = {
      liveCodeId,
      identityId: visitor?.identityId ?? null,
      memberId: visitor?.memberId ?? null,
      storeId: destination?.place.id ?? null,
      distanceM: destination?.distanceM ?? null,
      at: this.clock.now(),
    };
    await this.unitOfWork.run(async (tx) => {
      const { identityId } = scan;
      const refined =
        identityId !== null &&
        (await this.scans.refine(tx, { ...scan, identityId }, this.clock.in(-SAME_SCAN_MS)));
      if (!refined) {
        await this.scans.add(tx, scan);
      }
    });
  }
}
