import { Body, Post } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { ForVisitor, MemberApi, Visitor, type VisitorActor } from '../platform/auth/index.js';
import { CardView } from '../modules/loyalty/index.js';
import { JoinBody } from '../modules/members/index.js';
import { JoinBrand } from './join.js';

@MemberApi('memberships')
export class JoinController {
  constructor(private readonly joinBrand: JoinBrand) {}

  @Post()
  @ForVisitor()
  @ApiCreatedResponse({ type: CardView })
  join(@Visitor() visitor: VisitorActor, @Body() body: JoinBody): Promise<CardView> {
    return this.joinBrand.execute(visitor, body);
  }
}
