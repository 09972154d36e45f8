export const WORKS = ['maturing', 'expiry', 'proof'] as const;
export type Work = (typeof WORKS)[number];
