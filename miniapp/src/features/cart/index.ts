export { countOf, lineOf, MAX_QUANTITY, rememberedFen, type CartLine } from './cart';
export { CartBar } from './CartBar';
export { useCart } from './use-cart';
