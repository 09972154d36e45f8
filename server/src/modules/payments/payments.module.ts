import { Module } from '@nestjs/common';
import { ApplyRefund } from './apply-refund.js';
import { BeginPayment } from './begin-payment.js';
import { CallbacksRepository } from './callbacks.repository.js';
import { ClosePayment } from './close-payment.js';
import { ConfirmPayment } from './confirm-payment.js';
import { QueryPayment } from './jobs/query-payment.js';
import { QueryRefund } from './jobs/query-refund.js';
import { ReplayCallback } from './jobs/replay-callback.js';
import { SendRefund } from './jobs/send-refund.js';
import { MemberPaymentsController } from './member-payments.controller.js';
import { PayHooksController } from './pay-hooks.controller.js';
import { PaymentInquiry } from './payment-inquiry.js';
import { PaymentLookup } from './payment-lookup.js';
import { PaymentsRepository } from './payments.repository.js';
import { ReceiveCallback } from './receive-callback.js';
import { RefundsRepository } from './refunds.repository.js';
import { RequestRefund } from './request-refund.js';

/** Needs {@link OrderPayments}, which a flow provides for the whole application. */
@Module({
  controllers: [MemberPaymentsController, PayHooksController],
  providers: [
    ApplyRefund,
    BeginPayment,
    CallbacksRepository,
    ClosePayment,
    ConfirmPayment,
    PaymentInquiry,
    PaymentLookup,
    PaymentsRepository,
    QueryPayment,
    QueryRefund,
    ReceiveCallback,
    RefundsRepository,
    ReplayCallback,
    RequestRefund,
    SendRefund,
  ],
  exports: [ClosePayment, PaymentLookup, RequestRefund],
})
export class PaymentsModule {}
