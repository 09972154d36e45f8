import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, session } from '@/api/api';
import { keys, MINE } from '@/api/keys';
import type { ConsentPurpose, MeView } from '@/api/views';

/** What a person types to be forgotten; the server asks for these very words. */
export const ERASURE_SENTENCE = '删除我的账户';

export function useMe() {
  return useQuery({
    queryKey: keys.me,
    queryFn: async () => {
      const me = await api.get('/api/member/me');
      session.becameMember(me.memberId);
      return me;
    },
  });
}

/** What a person can change about themselves. */
export function useMyProfile() {
  const client = useQueryClient();
  return {
    save: async (changes: { name?: string; birthday?: string }) => {
      client.setQueryData<MeView>(keys.me, await api.put('/api/member/me/profile', { body: changes }));
    },
    bindPhone: async (phoneCode: string) => {
      const { phoneMasked } = await api.post('/api/member/me/phone', { body: { phoneCode } });
      client.setQueryData<MeView>(keys.me, (me) => me && { ...me, phoneMasked });
    },
    /** Everything personal is destroyed on the server, and forgotten here. */
    erase: async () => {
      await api.post('/api/member/me/erasure', { body: { confirm: ERASURE_SENTENCE } });
      session.clear();
      client.removeQueries({ queryKey: MINE });
    },
  };
}

export function useConsents(brandId: string | undefined) {
  const client = useQueryClient();
  const queryKey = keys.consents(brandId ?? '');
  const query = useQuery({
    queryKey,
    enabled: brandId !== undefined,
    queryFn: async () => (await api.get('/api/member/consents', { query: { brandId: brandId ?? '' } })).items,
  });
  return {
    ...query,
    set: async (purpose: ConsentPurpose, given: boolean) => {
      await api.put('/api/member/consents', { body: { brandId: brandId ?? '', purpose, given } });
      await client.invalidateQueries({ queryKey });
    },
  };
}
