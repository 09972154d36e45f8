import type { AddressView } from '@/api/views';

export type AddressDraft = Omit<AddressView, 'id'>;

export const EMPTY_DRAFT: AddressDraft = {
  name: '',
  phone: '',
  province: '',
  city: '',
  district: '',
  detail: '',
};

const PHONE = /^1\d{10}$/;

/** What is wrong with a draft, field by field; nothing when it can be sent. */
export function problemsOf(draft: AddressDraft): Partial<Record<keyof AddressDraft, string>> {
  return {
    ...(draft.name.trim() ? {} : { name: '请写上收件人。' }),
    ...(PHONE.test(draft.phone) ? {} : { phone: '请写 11 位手机号，快递要用。' }),
    ...(draft.province && draft.city && draft.district ? {} : { district: '请选好省、市、区。' }),
    ...(draft.detail.trim() ? {} : { detail: '请写上街道和门牌号。' }),
  };
}
