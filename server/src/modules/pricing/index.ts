export { PricingModule } from './pricing.module.js';
export { FreightRules } from './freight-rules.js';
export {
  PRICE_RULES,
  quote,
  type Cart,
  type PriceRule,
  type PriceStep,
  type Quote,
  type QuotedLine,
} from './domain/quote.js';
