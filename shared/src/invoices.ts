export const INVOICE_KINDS = ['personal', 'company'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

export const INVOICE_STATUSES = ['requested', 'issued'] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

export const INVOICE_KIND_TEXT: Readonly<Record<InvoiceKind, string>> = { personal: '个人', company: '企业' };
export const INVOICE_STATUS_TEXT: Readonly<Record<InvoiceStatus, string>> = {
  requested: '待开票',
  issued: '已开票',
};

/** GB 32100: digits and letters without I, O, S, V, Z; the last one checks the seventeen before it. */
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const MODULUS = CREDIT_ALPHABET.length;
const WEIGHT_BASE = 3;
const CREDIT_CODE = new RegExp(`^[${CREDIT_ALPHABET}]{18}$`);
/** Numbers given before 2015, still in use by some sole traders. */
const OLD_TAX_NUMBER = /^(\d{15}|\d{17}[\dX]\d{2})$/;

/** A company's tax number: its unified social credit code, checked by its check character, or an old number. */
export function isTaxNumber(text: string): boolean {
  return OLD_TAX_NUMBER.test(text) || (CREDIT_CODE.test(text) && creditCheck(text) === text.charAt(17));
}

function creditCheck(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const letter of code.slice(0, 17)) {
    sum += CREDIT_ALPHABET.indexOf(letter) * weight;
    weight = (weight * WEIGHT_BASE) % MODULUS;
  }
  return CREDIT_ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}
