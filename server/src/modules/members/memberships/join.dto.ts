import { ListOf, Nested, PublicId, Text } from '../../../platform/http/index.js';
import { ConsentChoiceBody } from '../consents/consents.dto.js';
import { ProfileBody } from '../people/me.dto.js';

export class JoinBody {
  @PublicId('brand', { doc: 'Which brand to join' })
  brandId: number;

  @Text({ max: 32, pattern: /^[\w-]+$/, optional: true, doc: 'The live code they scanned' })
  liveCode?: string;

  @Text({ max: 128, optional: true, doc: 'What the phone number button gave, when they pressed it' })
  phoneCode?: string;

  @ListOf(() => ConsentChoiceBody, {
    min: 1,
    max: 10,
    doc: 'What they agree to; the service is needed for a card',
  })
  consents: ConsentChoiceBody[];

  @Nested(() => ProfileBody, { optional: true, doc: 'What they like to tell about themselves' })
  profile?: ProfileBody;
}
