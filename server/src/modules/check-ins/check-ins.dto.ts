import { PageQuery, PublicId } from '../../platform/http/index.js';

export class CheckInsQuery extends PageQuery {
  @PublicId('brand', { doc: 'Visits to which brand' })
  brandId: number;
}
