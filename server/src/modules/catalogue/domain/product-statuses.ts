export const PRODUCT_STATUSES = ['draft', 'on_sale', 'archived'] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];
