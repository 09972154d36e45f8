/** Who scanned whom. */
export const CHECK_IN_KINDS = ['customer', 'staff'] as const;
export type CheckInKind = (typeof CHECK_IN_KINDS)[number];

export const CHECK_IN_KIND_TEXT: Readonly<Record<CheckInKind, string>> = {
  customer: '顾客扫门店码',
  staff: '店员扫会员码',
};
