import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  AdminApi,
  CurrentAdmin,
  CurrentMember,
  ForAdmin,
  ForMember,
  MemberApi,
  Public,
  type AdminActor,
  type MemberActor,
} from '../../platform/auth/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { IdParam, PageQuery, decodeCursor, notFound, toPage } from '../../platform/http/index.js';
import { ProductLookup } from '../catalogue/index.js';
import { OrderLookup } from '../orders/index.js';
import { requireBrand } from '../org/index.js';
import { ModerateReview } from './moderate-review.js';
import {
  AdminReviewsQuery,
  HideBody,
  MoreBody,
  MyReviewsQuery,
  NewReviewBody,
  OwnReviewListView,
  OwnReviewPage,
  OwnReviewView,
  PartBody,
  ProductReviewsView,
  ReplyBody,
  toOwnReviewView,
  toPublicReviewView,
} from './review.view.js';
import { ReviewsRepository, type ReviewRow } from './reviews.repository.js';
import { WriteReview } from './write-review.js';

@MemberApi('')
export class MemberReviewsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: ReviewsRepository,
    private readonly products: ProductLookup,
    private readonly orders: OrderLookup,
    private readonly writeReview: WriteReview,
  ) {}

  /** Newest first, the pleased and the displeased alike. */
  @Get('products/:id/reviews')
  @Public('customers read what others think before they sign in')
  @ApiOkResponse({ type: ProductReviewsView })
  async ofProduct(
    @IdParam('id', 'product') productId: number,
    @Query() { after, limit }: PageQuery,
  ): Promise<ProductReviewsView> {
    if (!(await this.products.find(productId))) {
      throw notFound();
    }
    const [{ count, stars }, rows] = await Promise.all([
      this.reviews.figures(this.database, productId),
      this.reviews.ofProduct(this.database, productId, beforeId(after), limit + 1),
    ]);
    const starTenths = count === 0 ? 0 : Math.round((stars * 10) / count);
    return { ...toPage(rows, limit, keyOf, toPublicReviewView), count, starTenths };
  }

  @Get('reviews')
  @ForMember()
  @ApiOkResponse({ type: OwnReviewPage })
  async mine(
    @CurrentMember() { memberId }: MemberActor,
    @Query() { brandId, after, limit }: MyReviewsQuery,
  ): Promise<OwnReviewPage> {
    const rows = await this.reviews.ofMember(this.database, memberId, brandId, beforeId(after), limit + 1);
    return toPage(rows, limit, keyOf, toOwnReviewView);
  }

  @Get('orders/:id/reviews')
  @ForMember()
  @ApiOkResponse({ type: OwnReviewListView })
  async ofOrder(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'order') id: number,
  ): Promise<OwnReviewListView> {
    await this.orders.ofMember(memberId, id);
    return { items: (await this.reviews.ofOrder(this.database, id)).map(toOwnReviewView) };
  }

  @Post('reviews')
  @ForMember()
  @ApiCreatedResponse({ type: OwnReviewView })
  async write(
    @CurrentMember() author: MemberActor,
    @Body() { text = '', pictures = [], ...body }: NewReviewBody,
  ): Promise<OwnReviewView> {
    const id = await this.unitOfWork.run((tx) =>
      this.writeReview.execute(tx, author, { ...body, text, pictures }),
    );
    return this.view(id);
  }

  @Post('reviews/:id/more')
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: OwnReviewView })
  async addMore(
    @CurrentMember() author: MemberActor,
    @IdParam('id', 'review') id: number,
    @Body() { text, pictures = [] }: MoreBody,
  ): Promise<OwnReviewView> {
    await this.unitOfWork.run((tx) => this.writeReview.addMore(tx, author, id, { text, pictures }));
    return this.view(id);
  }

  private async view(id: number): Promise<OwnReviewView> {
    return toOwnReviewView(found(await this.reviews.find(this.database, id)));
  }
}

@AdminApi('reviews')
export class AdminReviewsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: ReviewsRepository,
    private readonly moderate: ModerateReview,
  ) {}

  @Get()
  @ForAdmin('reviews.see')
  @ApiOkResponse({ type: OwnReviewPage })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, status, after, limit }: AdminReviewsQuery,
  ): Promise<OwnReviewPage> {
    requireBrand(admin, brandId);
    const rows = await this.reviews.ofBrand(this.database, brandId, status, beforeId(after), limit + 1);
    return toPage(rows, limit, keyOf, toOwnReviewView);
  }

  @Post(':id/approval')
  @HttpCode(200)
  @ForAdmin('reviews.moderate')
  @ApiOkResponse({ type: OwnReviewView })
  approve(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'review') id: number,
    @Body() { part }: PartBody,
  ): Promise<OwnReviewView> {
    return this.act(id, (tx) => this.moderate.approve(tx, admin, id, part));
  }

  @Post(':id/hiding')
  @HttpCode(200)
  @ForAdmin('reviews.moderate')
  @ApiOkResponse({ type: OwnReviewView })
  hide(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'review') id: number,
    @Body() { part, reason }: HideBody,
  ): Promise<OwnReviewView> {
    return this.act(id, (tx) => this.moderate.hide(tx, admin, id, part, reason));
  }

  @Post(':id/reply')
  @HttpCode(200)
  @ForAdmin('reviews.moderate')
  @ApiOkResponse({ type: OwnReviewView })
  reply(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'review') id: number,
    @Body() { text }: ReplyBody,
  ): Promise<OwnReviewView> {
    return this.act(id, (tx) => this.moderate.reply(tx, admin, id, text));
  }

  private async act(id: number, work: (tx: Tx) => Promise<void>): Promise<OwnReviewView> {
    await this.unitOfWork.run(work);
    return toOwnReviewView(found(await this.reviews.find(this.database, id)));
  }
}

const keyOf = ({ id }: ReviewRow): [number] => [id];

function beforeId(after: string | undefined): number {
  return after === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(after, ['number'])[0];
}

function found(row: ReviewRow | undefined): ReviewRow {
  if (!row) {
    throw notFound();
  }
  return row;
}
