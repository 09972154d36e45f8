import { BusinessDay, OneOf, Text } from '../../../platform/http/index.js';

/** Typed by the customer, so that nobody deletes themselves by a slip of the thumb. */
const ERASURE_CONFIRMATION = '删除我的账户';

export class ProfileBody {
  @Text({ max: 20, optional: true, doc: 'What they like to be called', example: '林小满' })
  name?: string;

  @BusinessDay({ optional: true, doc: 'Their birthday', example: '1990-05-21' })
  birthday?: string;
}

export class BindPhoneBody {
  @Text({ max: 128, doc: 'What the phone number button gave' })
  phoneCode: string;
}

export class EraseMeBody {
  @OneOf([ERASURE_CONFIRMATION], { doc: 'Typed by the customer to confirm' })
  confirm: string;
}
