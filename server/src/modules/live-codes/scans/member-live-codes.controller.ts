import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { MaybeVisitor, MemberApi, Public, type VisitorActor } from '../../../platform/auth/index.js';
import { CodeParam } from '../../../platform/http/index.js';
import { LIVE_CODE } from '../codes/live-code-text.js';
import { ResolvedCodeView } from '../codes/live-code.view.js';
import { PositionQuery } from '../codes/live-codes.dto.js';
import { ResolveLiveCode } from './resolve-live-code.js';

@MemberApi('live-codes')
export class MemberLiveCodesController {
  constructor(private readonly resolveLiveCode: ResolveLiveCode) {}

  @Get(':code')
  @Public('a printed code is scanned by strangers', { visitor: true })
  @ApiOkResponse({ type: ResolvedCodeView })
  resolve(
    @MaybeVisitor() visitor: VisitorActor | undefined,
    @CodeParam('code', LIVE_CODE) code: string,
    @Query() { lat, lng }: PositionQuery,
  ): Promise<ResolvedCodeView> {
    const from = lat === undefined || lng === undefined ? undefined : { lat, lng };
    return this.resolveLiveCode.execute(code, from, visitor);
  }
}
