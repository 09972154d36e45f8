import { Body, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../../platform/auth/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { IdParam, IdempotencyKey } from '../../../platform/http/index.js';
import {
  AddToCartBody,
  CartBody,
  CartQuery,
  CartSelectionBody,
  CartSkusBody,
  MergeCartBody,
  SetCartLineBody,
} from './cart.dto.js';
import { CartRepository } from './cart.repository.js';
import { CartView } from './cart.view.js';
import { ChangeCart } from './change-cart.js';
import { ShowCart } from './show-cart.js';

@MemberApi('cart')
export class MemberCartController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly carts: CartRepository,
    private readonly changeCart: ChangeCart,
    private readonly showCart: ShowCart,
  ) {}

  @Get()
  @ForMember()
  @ApiOkResponse({ type: CartView })
  show(
    @CurrentMember() { memberId }: MemberActor,
    @Query() { brandId, storeId }: CartQuery,
  ): Promise<CartView> {
    return this.showCart.execute({ memberId, brandId }, storeId);
  }

  /** The key is of one tap: told again it adds nothing. */
  @Post('lines')
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  add(
    @CurrentMember() { memberId }: MemberActor,
    @IdempotencyKey() key: string,
    @Body() { brandId, ...line }: AddToCartBody,
  ): Promise<void> {
    return this.run((tx) => this.changeCart.add(tx, { memberId, brandId }, line, key));
  }

  @Put('lines/:id')
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  set(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'sku') skuId: number,
    @Body() { brandId, quantity }: SetCartLineBody,
  ): Promise<void> {
    return this.run((tx) => this.changeCart.set(tx, { memberId, brandId }, { skuId, quantity }));
  }

  @Put('selection')
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  select(
    @CurrentMember() { memberId }: MemberActor,
    @Body() { brandId, skuIds, selected }: CartSelectionBody,
  ): Promise<void> {
    return this.run((tx) => this.changeCart.select(tx, { memberId, brandId }, skuIds, selected));
  }

  @Post('removals')
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  remove(
    @CurrentMember() { memberId }: MemberActor,
    @Body() { brandId, skuIds }: CartSkusBody,
  ): Promise<void> {
    return this.run((tx) => this.changeCart.remove(tx, { memberId, brandId }, skuIds));
  }

  /** What a device collected before its owner joined. Told again it adds nothing. */
  @Post('merges')
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  merge(
    @CurrentMember() { memberId }: MemberActor,
    @Body() { brandId, lines }: MergeCartBody,
  ): Promise<void> {
    return this.run((tx) => this.changeCart.merge(tx, { memberId, brandId }, lines));
  }

  @Delete()
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  clear(@CurrentMember() { memberId }: MemberActor, @Query() { brandId }: CartBody): Promise<void> {
    return this.run((tx) => this.carts.clear(tx, { memberId, brandId }));
  }

  private run(work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.unitOfWork.run(work);
  }
}
