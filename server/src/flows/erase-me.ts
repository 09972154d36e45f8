import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../platform/auth/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Refusal } from '../platform/http/index.js';
import { EraseMeBody, EraseMember } from '../modules/members/index.js';
import { OrderLookup } from '../modules/orders/index.js';

/** Forgets whoever asks for it. Not while goods are owed to them: nobody would know where to bring them. */
@MemberApi('me')
export class EraseMeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly eraseMember: EraseMember,
    private readonly orders: OrderLookup,
  ) {}

  @Post('erasure')
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  erase(@CurrentMember() { memberId }: MemberActor, @Body() _confirmed: EraseMeBody): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.eraseMember.execute(tx, memberId);
      if (await this.orders.isOwedGoods(tx, memberId)) {
        throw new Refusal('orders_unfinished');
      }
    });
  }
}
