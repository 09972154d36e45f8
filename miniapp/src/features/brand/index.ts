export { BrandSwitch } from './BrandSwitch';
export { useBrandFrom } from './use-brand-from';
export { useBrand, useBrands } from './use-brand';
