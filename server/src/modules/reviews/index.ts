export { ReviewsModule } from './reviews.module.js';
export { ApplyPictureVerdict } from './check-review.js';
