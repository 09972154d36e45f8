import { HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../platform/auth/index.js';
import { IdParam } from '../../platform/http/index.js';
import { BeginPayment } from './begin-payment.js';
import { PaymentParametersView } from './payment.view.js';

@MemberApi('orders')
export class MemberPaymentsController {
  constructor(private readonly beginPayment: BeginPayment) {}

  @Post(':id/payment')
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: PaymentParametersView })
  begin(
    @CurrentMember() member: MemberActor,
    @IdParam('id', 'order') id: number,
  ): Promise<PaymentParametersView> {
    return this.beginPayment.execute(member, id);
  }
}
