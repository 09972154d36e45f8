export interface MemberFilter {
  phone?: string;
  cardNo?: string;
}

/**
 * One box for both: eleven digits that can be a mobile phone, or the twelve of a card.
 * Undefined when the text can be neither: both are stored so that only the whole finds them.
 */
export function memberFilter(text: string): MemberFilter | undefined {
  const compact = text.replace(/[\s-]/g, '').replace(/^\+?86(?=1[3-9]\d{9}$)/, '');
  if (compact === '') {
    return {};
  }
  if (/^1[3-9]\d{9}$/.test(compact)) {
    return { phone: compact };
  }
  return /^\d{12}$/.test(compact) ? { cardNo: compact } : undefined;
}
