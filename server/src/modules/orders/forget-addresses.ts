import { FieldCipher } from '../../platform/crypto/index.js';
import { OnEvent, type HandlesJob, type Settle } from '../../platform/jobs/index.js';
import { CartRepository } from './cart/cart.repository.js';
import { Invoices } from './checkout/invoices.js';
import type { AddressContent, MemberErased } from '../members/index.js';

const FORGOTTEN: AddressContent = {
  name: '已注销',
  phone: '',
  province: '',
  city: '',
  district: '',
  detail: '',
};

/** Orders stay in the books; where they were sent does not, nor what was wished for. */
@OnEvent('member.erased', 'orders.forget-addresses')
export class ForgetAddresses implements HandlesJob<MemberErased> {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly carts: CartRepository,
    private readonly invoices: Invoices,
  ) {}

  async run({ memberId }: MemberErased, settle: Settle): Promise<void> {
    await settle(async (tx) => {
      await tx.execute(
        "UPDATE customer_order SET address = IF(address IS NULL, NULL, ?), note = '', receiver_phone_index = NULL WHERE member_id = ?",
        [this.cipher.seal(JSON.stringify(FORGOTTEN)), memberId],
      );
      await this.carts.forget(tx, memberId);
      await this.invoices.forget(tx, memberId);
    });
  }
}
