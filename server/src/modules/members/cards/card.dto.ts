import { PublicId } from '../../../platform/http/index.js';

export class CardQuery {
  @PublicId('brand', { doc: 'Whose card' })
  brandId: number;
}
