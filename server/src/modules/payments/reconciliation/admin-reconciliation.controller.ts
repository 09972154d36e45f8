import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { IdParam, type Page } from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import { AcceptDifference } from './accept-difference.js';
import { MendDifference } from './mend-difference.js';
import { ReconcileDay } from './reconcile-day.js';
import { ReconciliationLookup } from './reconciliation-lookup.js';
import { AcceptanceBody, DayBody, DayQuery, DaysQuery, DifferencesQuery } from './reconciliation.dto.js';
import { ClosingDayView, ClosingDaysView, DifferencePage, DifferenceView } from './reconciliation.view.js';
import { SignOffDay } from './sign-off-day.js';

@AdminApi('reconciliation')
export class AdminReconciliationController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lookup: ReconciliationLookup,
    private readonly reconcileDay: ReconcileDay,
    private readonly mendDifference: MendDifference,
    private readonly acceptDifference: AcceptDifference,
    private readonly signOffDay: SignOffDay,
  ) {}

  @Get('days')
  @ForAdmin('reconciliation.see')
  @ApiOkResponse({ type: ClosingDaysView })
  async days(@CurrentAdmin() admin: AdminActor, @Query() query: DaysQuery): Promise<ClosingDaysView> {
    return { items: await this.lookup.days(admin, query) };
  }

  @Get('day')
  @ForAdmin('reconciliation.see')
  @ApiOkResponse({ type: ClosingDayView })
  day(@CurrentAdmin() admin: AdminActor, @Query() { brandId, day }: DayQuery): Promise<ClosingDayView> {
    return this.lookup.day(admin, brandId, day);
  }

  /** Fetches the day's bill, again if need be, and matches. */
  @Post('refreshes')
  @HttpCode(200)
  @ForAdmin('reconciliation.settle')
  @ApiOkResponse({ type: ClosingDayView })
  async refresh(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, day }: DayBody,
  ): Promise<ClosingDayView> {
    requireBrand(admin, brandId);
    this.lookup.requireBilled(day);
    await this.reconcileDay.execute(day, (work) => this.unitOfWork.run(work));
    return this.lookup.day(admin, brandId, day);
  }

  @Post('sign-offs')
  @HttpCode(200)
  @ForAdmin('reconciliation.settle')
  @ApiOkResponse({ type: ClosingDayView })
  async signOff(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, day }: DayBody,
  ): Promise<ClosingDayView> {
    requireBrand(admin, brandId);
    await this.unitOfWork.run((tx) => this.signOffDay.execute(tx, brandId, day, admin.adminId));
    return this.lookup.day(admin, brandId, day);
  }

  @Get('differences')
  @ForAdmin('reconciliation.see')
  @ApiOkResponse({ type: DifferencePage })
  differences(
    @CurrentAdmin() admin: AdminActor,
    @Query() query: DifferencesQuery,
  ): Promise<Page<DifferenceView>> {
    return this.lookup.page(admin, query);
  }

  /** Asks WeChat, and books what it proves. */
  @Post('differences/:id/mend')
  @HttpCode(200)
  @ForAdmin('reconciliation.settle')
  @ApiOkResponse({ type: DifferenceView })
  async mend(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'difference') id: number,
  ): Promise<DifferenceView> {
    await this.mendDifference.execute(await this.lookup.difference(admin, id), admin.adminId);
    return this.lookup.view(admin, id);
  }

  @Post('differences/:id/acceptance')
  @HttpCode(200)
  @ForAdmin('reconciliation.settle')
  @ApiOkResponse({ type: DifferenceView })
  async accept(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'difference') id: number,
    @Body() { note }: AcceptanceBody,
  ): Promise<DifferenceView> {
    const difference = await this.lookup.difference(admin, id);
    await this.unitOfWork.run((tx) => this.acceptDifference.execute(tx, difference, admin.adminId, note));
    return this.lookup.view(admin, id);
  }
}
