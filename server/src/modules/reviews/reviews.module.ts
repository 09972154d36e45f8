import { Module } from '@nestjs/common';
import { MediaModule } from '../../platform/media/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { MembersModule } from '../members/index.js';
import { OrdersModule } from '../orders/index.js';
import { ApplyPictureVerdict, CheckReviewJob, CheckReviewLateJob } from './check-review.js';
import { ModerateReview } from './moderate-review.js';
import { AdminReviewsController, MemberReviewsController } from './reviews.controller.js';
import { ReviewsRepository } from './reviews.repository.js';
import { WriteReview } from './write-review.js';

@Module({
  imports: [CatalogueModule, MembersModule, OrdersModule, MediaModule],
  controllers: [MemberReviewsController, AdminReviewsController],
  providers: [
    ReviewsRepository,
    WriteReview,
    ModerateReview,
    CheckReviewJob,
    CheckReviewLateJob,
    ApplyPictureVerdict,
  ],
  exports: [ApplyPictureVerdict],
})
export class ReviewsModule {}
