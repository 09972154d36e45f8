export { Guarantees } from './Guarantees';
export { OrderPromises } from './OrderPromises';
export { PictureInput } from './PictureInput';
export { PictureRow, ProductReviews, ReviewText } from './ProductReviews';
export { Stars } from './Stars';
export { TextArea } from './TextArea';
export { useAfterSale, useAfterSaleActions, useAfterSales, useOrderTerms } from './use-after-sales';
export { useMyReviews, useOrderReviews, useReviewActions } from './use-reviews';
