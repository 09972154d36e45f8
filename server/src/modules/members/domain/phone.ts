const MAINLAND = /^1[3-9]\d{9}$/;
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;

/**
 * The one form in which a phone is stored and looked up: 11 digits for the mainland, "+85261234567" elsewhere.
 * Undefined when it is no phone number.
 */
export function normalisePhone(text: string): string | undefined {
  const compact = text.replace(/[\s()-]/g, '').replace(/^00/, '+');
  const national = compact.replace(/^\+86/, '');
  if (MAINLAND.test(national)) {
    return national;
  }
  return INTERNATIONAL.test(compact) && !compact.startsWith('+86') ? compact : undefined;
}

/** "138****5678": enough for its owner to recognise, too little for anybody else to call. */
export function maskPhone(phone: string): string {
  const head = phone.startsWith('+') ? 4 : 3;
  return `${phone.slice(0, head)}****${phone.slice(-4)}`;
}
