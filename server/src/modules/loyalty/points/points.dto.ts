import { PageQuery, PublicId } from '../../../platform/http/index.js';

export class PointsQuery {
  @PublicId('brand', { doc: 'The brand whose program is asked for' })
  brandId: number;
}

export class PointsEntriesQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand whose program is asked for' })
  brandId: number;
}
