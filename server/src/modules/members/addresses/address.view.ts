import { ListOf, OpaqueId, Phone, Text } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { Address } from './addresses.js';

export class AddressView {
  @OpaqueId('address', { doc: 'The address' })
  id: string;

  @Text({ max: 20, doc: 'Who receives' })
  name: string;

  @Phone({ doc: 'The receiver’s phone' })
  phone: string;

  @Text({ max: 20, doc: 'Province' })
  province: string;

  @Text({ max: 20, doc: 'City' })
  city: string;

  @Text({ max: 20, doc: 'District' })
  district: string;

  @Text({ max: 100, doc: 'Street, building, room' })
  detail: string;
}

export class AddressListView {
  @ListOf(() => AddressView, { max: 20, doc: 'Newest first' })
  items: AddressView[];
}

export function toAddressView({ id, name, phone, province, city, district, detail }: Address): AddressView {
  return { id: toPublicId('address', id), name, phone, province, city, district, detail };
}
