import { HttpCode, Post, Req, type RawBodyRequest } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { HookApi, Public } from '../../platform/auth/index.js';
import { ReceiveCallback } from './receive-callback.js';

const NO_BODY = Buffer.alloc(0);

@HookApi('wechat/pay')
export class PayHooksController {
  constructor(private readonly receiveCallback: ReceiveCallback) {}

  @Post('transactions')
  @HttpCode(200)
  @Public('WeChat proves itself by its signature')
  @ApiOkResponse()
  transactions(@Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    return this.receiveCallback.execute(request.headers, request.rawBody ?? NO_BODY);
  }

  @Post('refunds')
  @HttpCode(200)
  @Public('WeChat proves itself by its signature')
  @ApiOkResponse()
  refunds(@Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    return this.receiveCallback.execute(request.headers, request.rawBody ?? NO_BODY);
  }
}
