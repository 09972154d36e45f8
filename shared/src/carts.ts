/** Why a line of a cart cannot be ordered as it is. */
export const CART_PROBLEMS = ['off_shelf', 'sold_out', 'too_few'] as const;
export type CartProblem = (typeof CART_PROBLEMS)[number];

export const CART_LINES_MAX = 50;
export const CART_PIECES_MAX = 99;
