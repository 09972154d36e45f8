import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/api';
import { keys } from '@/api/keys';
import type { AddressView } from '@/api/views';

export function useAddresses(enabled = true) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: keys.addresses,
    enabled,
    queryFn: async () => (await api.get('/api/member/addresses')).items,
  });
  const refresh = () => client.invalidateQueries({ queryKey: keys.addresses });
  return {
    ...query,
    add: async (address: Omit<AddressView, 'id'>) => {
      const added = await api.post('/api/member/addresses', { body: address });
      await refresh();
      return added;
    },
    remove: async (id: string) => {
      await api.delete('/api/member/addresses/{id}', { path: { id } });
      await refresh();
    },
  };
}
