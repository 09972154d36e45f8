import { Body, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import {
  CodeParam,
  IdParam,
  decodeCursor,
  notFound,
  toPage,
  type Page,
} from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { MembershipLookup } from '../../members/index.js';
import { CouponWallet } from './coupon-wallet.js';
import {
  CouponPage,
  CouponView,
  TransferOfferView,
  TransferView,
  toCouponView,
  toTermsView,
} from './coupon.view.js';
import { AcceptTransferBody, MemberCouponsQuery } from './coupons.dto.js';
import { TRANSFER_TOKEN, TransferCoupon } from './transfer-coupon.js';

@MemberApi('')
export class MemberCouponsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly memberships: MembershipLookup,
    private readonly wallet: CouponWallet,
    private readonly transfers: TransferCoupon,
    private readonly clock: Clock,
  ) {}

  @Get('coupons')
  @ForMember()
  @ApiOkResponse({ type: CouponPage })
  async list(
    @CurrentMember() { memberId }: MemberActor,
    @Query() { brandId, shown = 'usable', after, limit }: MemberCouponsQuery,
  ): Promise<Page<CouponView>> {
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const owned = await this.wallet.page(this.database, { memberId, brandId }, shown, {
      beforeId,
      limit: limit + 1,
    });
    return toPage(
      owned,
      limit,
      ({ row }) => [row.id],
      (one) => toCouponView(one, this.clock.now()),
    );
  }

  @Get('coupons/:id')
  @ForMember()
  @ApiOkResponse({ type: CouponView })
  async show(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'coupon') id: number,
  ): Promise<CouponView> {
    const owned = await this.wallet.ofMember(this.database, memberId, id);
    if (!owned) {
      throw notFound();
    }
    return toCouponView(owned, this.clock.now());
  }

  /** A link for a friend; asking again gives the same one. */
  @Post('coupons/:id/transfer')
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: TransferView })
  async offer(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'coupon') id: number,
  ): Promise<TransferView> {
    const { token, expiresAt } = await this.unitOfWork.run((tx) => this.transfers.offer(tx, memberId, id));
    return { token, expiresAt: expiresAt.toISOString() };
  }

  @Delete('coupons/:id/transfer')
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  async withdraw(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'coupon') id: number,
  ): Promise<void> {
    if (!(await this.wallet.ofMember(this.database, memberId, id))) {
      throw notFound();
    }
    await this.unitOfWork.run((tx) => this.transfers.withdraw(tx, memberId, id));
  }

  @Get('coupon-transfers/:token')
  @ForMember()
  @ApiOkResponse({ type: TransferOfferView })
  async offered(
    @CurrentMember() { memberId }: MemberActor,
    @CodeParam('token', TRANSFER_TOKEN) token: string,
  ): Promise<TransferOfferView> {
    const found = await this.transfers.find(this.database, token);
    if (!found) {
      throw notFound();
    }
    const { transfer, owned } = found;
    return {
      brandId: toPublicId('brand', owned.row.brandId),
      terms: toTermsView(owned.template),
      validTo: owned.row.validTo.toISOString(),
      open: this.transfers.isOpen(transfer, owned),
      mine: transfer.fromMemberId === memberId,
    };
  }

  /** The first friend who takes it has it. */
  @Post('coupon-transfers/acceptance')
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: CouponView })
  async accept(
    @CurrentMember() { memberId }: MemberActor,
    @Body() { token }: AcceptTransferBody,
  ): Promise<CouponView> {
    const found = await this.transfers.find(this.database, token);
    if (!found) {
      throw notFound();
    }
    const { transfer, owned } = found;
    await this.unitOfWork.run(async (tx) => {
      await this.memberships.ofCaller(tx, memberId, owned.row.brandId);
      await this.transfers.accept(tx, memberId, transfer);
    });
    return this.show({ memberId } as MemberActor, transfer.couponId);
  }
}
