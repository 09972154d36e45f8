import { PageQuery, PublicId } from '../../../platform/http/index.js';

export class AuditQuery extends PageQuery {
  @PublicId('brand', { doc: 'Where it happened' })
  brandId: number;
}
