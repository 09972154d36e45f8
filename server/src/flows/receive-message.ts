import { Body, Get, Header, HttpCode, Injectable, Logger, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { HookApi, Public } from '../platform/auth/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Refusal, Text } from '../platform/http/index.js';
import { PushMessages } from '../wechat/index.js';
import { ApplyPictureVerdict } from '../modules/reviews/index.js';

class PushQueryDto {
  @Text({ max: 64, optional: true, doc: 'Of the address check' })
  signature?: string;

  @Text({ max: 64, optional: true, doc: 'Of the message' })
  msg_signature?: string;

  @Text({ max: 32, doc: 'Signed' })
  timestamp: string;

  @Text({ max: 64, doc: 'Signed' })
  nonce: string;

  @Text({ max: 200, optional: true, doc: 'Answered as it is' })
  echostr?: string;

  @Text({ max: 16, optional: true, doc: 'aes' })
  encrypt_type?: string;

  @Text({ max: 128, optional: true, doc: 'Whom it is about' })
  openid?: string;
}

class PushBody {
  @Text({ max: 64, optional: true, doc: 'Our own number at WeChat' })
  ToUserName?: string;

  @Text({ max: 100_000, doc: 'The sealed message' })
  Encrypt: string;
}

/** What WeChat pushes about the mini-program; what nobody sealed for us leaves no trace. */
@Injectable()
export class ReceiveMessage {
  private readonly logger = new Logger(ReceiveMessage.name);

  constructor(
    private readonly push: PushMessages,
    private readonly unitOfWork: UnitOfWork,
    private readonly pictureVerdict: ApplyPictureVerdict,
  ) {}

  async execute(query: PushQueryDto, encrypt: string): Promise<void> {
    const message = this.push.open(query, encrypt);
    if (!message) {
      throw new Refusal('notification_unverified');
    }
    if (message.kind === 'picture-verdict') {
      await this.unitOfWork.run((tx) => this.pictureVerdict.execute(tx, message.verdict));
      return;
    }
    this.logger.log(`WeChat pushed ${message.event}, which nobody here listens to`);
  }
}

@HookApi('wechat/messages')
export class MessageHooksController {
  constructor(
    private readonly push: PushMessages,
    private readonly receive: ReceiveMessage,
  ) {}

  /** WeChat tries the address when it is entered in its console. */
  @Get()
  @Public('WeChat proves itself by its signature')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOkResponse()
  check(@Query() query: PushQueryDto): string {
    const greeting = this.push.greeting(query);
    if (greeting === undefined) {
      throw new Refusal('notification_unverified');
    }
    return greeting;
  }

  @Post()
  @HttpCode(200)
  @Public('WeChat proves itself by its signature')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOkResponse()
  async accept(@Query() query: PushQueryDto, @Body() { Encrypt: encrypt }: PushBody): Promise<string> {
    await this.receive.execute(query, encrypt);
    return 'success';
  }
}
