import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { FlowsModule } from './flows/flows.module.js';
import { OrdersFlowsModule } from './flows/orders-flows.module.js';
import { InsightsModule } from './modules/insights/index.js';
import { MembersModule } from './modules/members/index.js';
import { OrgModule } from './modules/org/index.js';
import { AccessGuard } from './platform/auth/index.js';
import type { Config } from './platform/config/index.js';
import { DeclaredInputGuard, ProblemFilter, validationPipe } from './platform/http/index.js';
import { PlatformModule } from './platform/platform.module.js';
import { WechatModule } from './wechat/index.js';

/** The whole server; API and worker are two ways to start it. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config),
        WechatModule,
        OrgModule,
        MembersModule,
        FlowsModule,
        OrdersFlowsModule,
        InsightsModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: DeclaredInputGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}
