import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { MemberApi, Public } from '../../../platform/auth/index.js';
import { OpenSession } from './open-session.js';
import { OpenSessionBody } from './session.dto.js';
import { SessionView, toSessionView } from './session.view.js';

@MemberApi('session')
export class MemberSessionController {
  constructor(private readonly openSession: OpenSession) {}

  @Post()
  @HttpCode(200)
  @Public('signing in is how a visitor becomes known')
  @ApiOkResponse({ type: SessionView })
  async open(@Body() body: OpenSessionBody): Promise<SessionView> {
    return toSessionView(await this.openSession.execute(body));
  }
}
