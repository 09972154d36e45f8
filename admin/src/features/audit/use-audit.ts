import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { useKeysetList } from '../../ui/use-keyset-list';

export function useAudit() {
  const brandId = useBrandId();
  return useKeysetList(keys.audit(brandId), (paging) =>
    api.get('/api/admin/audit', { query: { brandId, ...paging } }),
  );
}
