import { FieldCipher } from '../../platform/crypto/index.js';
import { OnEvent, type HandlesJob, type Settle } from '../../platform/jobs/index.js';
import type { AddressContent, MemberErased } from '../members/index.js';

const FORGOTTEN: AddressContent = {
  name: '已注销',
  phone: '',
  province: '',
  city: '',
  district: '',
  detail: '',
};

/** Orders stay in the books; where they were sent does not. */
@OnEvent('member.erased', 'orders.forget-addresses')
export class ForgetAddresses implements HandlesJob<MemberErased> {
  constructor(private readonly cipher: FieldCipher) {}

  async run({ memberId }: MemberErased, settle: Settle): Promise<void> {
    await settle(async (tx) => {
      await tx.execute(
        "UPDATE customer_order SET address = ?, note = '' WHERE member_id = ? AND fulfilment = 'delivery'",
        [this.cipher.seal(JSON.stringify(FORGOTTEN)), memberId],
      );
    });
  }
}
