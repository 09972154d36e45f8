import { Injectable } from '@nestjs/common';
import type { SegmentNumber } from '@regulars/shared';
import {
  AudienceScopes,
  MemberSets,
  boughtOn,
  dayNumber,
  membersOf,
  numberSet,
  ofBrand,
  ofProgram,
  textOf,
  type AudienceScope,
  type MemberChange,
  type SetName,
} from '../modules/audience/index.js';
import { ProductLookup } from '../modules/catalogue/index.js';
import { CheckInLookup } from '../modules/check-ins/index.js';
import { Standings } from '../modules/loyalty/index.js';
import { ConsentLedger, MemberNumbers, MembershipLookup, type Membership } from '../modules/members/index.js';
import { OrderFigures, type Purchase } from '../modules/orders/index.js';
import { addDays, businessDayOf } from '../platform/clock/index.js';
import type { Reader, Tx } from '../platform/database/index.js';

/** What one member is in: sets, and numbers with their value. */
export type Facts = ReadonlyMap<string, Fact>;

interface Fact {
  readonly set: SetName;
  readonly value: number;
}

/** So far back figures of a year go, today included. */
const YEAR = 365;

/**
 * What the rows of all modules say about members, as sets. Facts are computed from the rows each time and never from
 * what was known before, so that an event may come late, twice or in another order.
 */
@Injectable()
export class AudienceFacts {
  constructor(
    private readonly scopes: AudienceScopes,
    private readonly sets: MemberSets,
    private readonly numbers: MemberNumbers,
    private readonly memberships: MembershipLookup,
    private readonly consents: ConsentLedger,
    private readonly checkIns: CheckInLookup,
    private readonly orders: OrderFigures,
    private readonly products: ProductLookup,
    private readonly standings: Standings,
  ) {}

  /**
   * Brings these sets up to what the rows say of these members. Their cards are locked first: of two who do so for one
   * member, the later one has seen the rows of both.
   */
  async refresh(
    tx: Tx,
    brandId: number,
    memberIds: readonly number[],
    touched: (memberId: number, facts: Facts, scope: AudienceScope) => readonly SetName[],
  ): Promise<void> {
    const scope = await this.scopes.of(brandId);
    await this.memberships.lock(tx, brandId, memberIds);
    const [facts, numbers] = [await this.of(tx, scope, memberIds), await this.numbers.of(tx, memberIds)];
    const changes = memberIds.flatMap((memberId): MemberChange[] => {
      const member = numbers.get(memberId);
      const own: Facts = facts.get(memberId) ?? new Map<string, Fact>();
      return member === undefined
        ? []
        : touched(memberId, own, scope).map((set) => ({
            set,
            member,
            value: own.get(textOf(set))?.value ?? null,
          }));
    });
    await this.sets.change(tx, changes);
  }

  /** By member id. Six statements, however many members. */
  async of(reader: Reader, scope: AudienceScope, memberIds: readonly number[]): Promise<Map<number, Facts>> {
    const { brandId, programId } = scope;
    const cards = await this.memberships.ofMembers(reader, memberIds, [brandId]);
    const members = cards.map(({ memberId }) => memberId);
    const [consents, visits, purchases] = [
      await this.consents.given(reader, brandId, members),
      await this.checkIns.daysOf(reader, brandId, members),
      await this.orders.purchases(reader, brandId, members),
    ];
    const categories = await this.products.categoriesOf(
      reader,
      purchases.map(({ productId }) => productId),
    );
    const standings = await Promise.all(
      members.map((memberId) => this.standings.of(reader, { memberId, programId })),
    );
    return new Map(
      cards.map((card, index) => {
        const own = <T extends { memberId: number }>(rows: readonly T[]): T[] =>
          rows.filter(({ memberId }) => memberId === card.memberId);
        const sheet = new FactSheet(scope);
        sheet.card(card);
        own(consents).forEach(({ purpose }) => sheet.in(ofBrand(brandId, 'consent', purpose)));
        sheet.visits(own(visits).map(({ businessDay }) => businessDay));
        sheet.purchases(own(purchases), categories);
        const standing = standings[index];
        if (standing) {
          sheet.in(ofProgram(programId, 'tier', String(standing.tier.level)));
          sheet.number('points', standing.points.available);
          sheet.number('growth', standing.growth);
        }
        return [card.memberId, sheet.facts] as const;
      }),
    );
  }
}

/** Collects what is true of one member. */
class FactSheet {
  readonly facts = new Map<string, Fact>();

  constructor(private readonly scope: AudienceScope) {}

  in(set: SetName): void {
    this.facts.set(textOf(set), { set, value: 1 });
  }

  number(name: SegmentNumber, value: number): void {
    const set = numberSet(name, this.scope);
    this.facts.set(textOf(set), { set, value });
  }

  card({ joinedAt, storeId, liveCodeId }: Membership): void {
    const { brandId } = this.scope;
    this.in(membersOf(this.scope));
    this.number('days-since-joined', dayNumber(businessDayOf(joinedAt)));
    if (storeId !== null) {
      this.in(ofBrand(brandId, 'store', String(storeId)));
    }
    if (liveCodeId !== null) {
      this.in(ofBrand(brandId, 'live-code', String(liveCodeId)));
    }
  }

  visits(days: readonly string[]): void {
    for (const day of days) {
      this.in(ofBrand(this.scope.brandId, 'visited', day));
      this.in(ofBrand(this.scope.brandId, 'active', day));
    }
    this.number('visits-total', days.length);
    this.last('days-since-visit', days);
  }

  purchases(lines: readonly Purchase[], categories: ReadonlyMap<number, number>): void {
    const { brandId, today } = this.scope;
    for (const { businessDay, productId, skuId } of lines) {
      this.in(ofBrand(brandId, 'ordered', businessDay));
      this.in(ofBrand(brandId, 'active', businessDay));
      this.in(ofBrand(brandId, 'bought-sku', String(skuId)));
      this.in(ofBrand(brandId, 'bought-product', String(productId)));
      this.in(ofBrand(brandId, 'bought-product', boughtOn(productId, businessDay)));
      const category = categories.get(productId);
      if (category !== undefined) {
        this.in(ofBrand(brandId, 'bought-category', String(category)));
      }
    }
    const orders = [...new Map(lines.map((line) => [line.orderId, line])).values()];
    const ofYear = orders.filter(({ businessDay }) => businessDay > addDays(today, -YEAR));
    const spent = (some: readonly Purchase[]): number => some.reduce((sum, { netFen }) => sum + netFen, 0);
    this.number('orders-total', orders.length);
    this.number('spend-total', spent(orders));
    this.number('orders-365', ofYear.length);
    this.number('spend-365', spent(ofYear));
    if (ofYear.length > 0) {
      this.number('average-order', Math.round(spent(ofYear) / ofYear.length));
    }
    this.last(
      'days-since-order',
      orders.map(({ businessDay }) => businessDay),
    );
  }

  private last(name: SegmentNumber, days: readonly string[]): void {
    const day = days.reduce<string | undefined>(
      (latest, one) => (latest === undefined || one > latest ? one : latest),
      undefined,
    );
    if (day !== undefined) {
      this.number(name, dayNumber(day));
    }
  }
}
