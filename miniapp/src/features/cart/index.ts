export {
  countOf,
  lineOf,
  MAX_QUANTITY,
  priceChange,
  rememberedFen,
  type CartLine,
  type ShownLine,
} from './cart';
export { CartBar } from './CartBar';
export { useCart } from './use-cart';
