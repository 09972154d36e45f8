import { Body, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ADMIN_COOKIE,
  AdminApi,
  CurrentAdmin,
  ForAdmin,
  Public,
  type AdminActor,
} from '../../../platform/auth/index.js';
import { Config } from '../../../platform/config/index.js';
import { SignInBody } from './admin.dto.js';
import { AdminProfiles } from './admin-profiles.js';
import { AdminSessions } from './admin-sessions.js';
import { AdminMeView } from './admin.view.js';
import { SignIn } from './sign-in.js';

@AdminApi('')
export class AdminSessionController {
  constructor(
    private readonly config: Config,
    private readonly signIn: SignIn,
    private readonly sessions: AdminSessions,
    private readonly profiles: AdminProfiles,
  ) {}

  @Post('session')
  @HttpCode(204)
  @Public('signing in is how an admin becomes known')
  @ApiNoContentResponse()
  async open(
    @Body() body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = await this.signIn.execute({ ...body, ip: request.ip });
    reply.setCookie(ADMIN_COOKIE, token, this.cookie);
  }

  @Delete('session')
  @HttpCode(204)
  @ForAdmin(null)
  @ApiNoContentResponse()
  async close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.close(request.cookies[ADMIN_COOKIE] ?? '');
    reply.clearCookie(ADMIN_COOKIE, this.cookie);
  }

  @Get('me')
  @ForAdmin(null)
  @ApiOkResponse({ type: AdminMeView })
  me(@CurrentAdmin() admin: AdminActor): Promise<AdminMeView> {
    return this.profiles.me(admin);
  }

  /** Scripts can't read it, other sites can't send it; gone when the browser closes, and at the server before that. */
  private get cookie() {
    return {
      httpOnly: true,
      sameSite: 'strict',
      path: '/api/admin',
      secure: this.config.get('consoleUrl').startsWith('https://'),
    } as const;
  }
}
