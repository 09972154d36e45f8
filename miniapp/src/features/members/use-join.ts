import { useQueryClient } from '@tanstack/react-query';
import { api, session } from '@/api/api';
import { keys, MINE } from '@/api/keys';
import type { CardView } from '@/api/views';

interface JoinInput {
  brandId: string;
  liveCode?: string;
  phoneCode?: string;
  marketing: boolean;
}

/** Joining gives the card at once; the phone number is a gift, not a condition. */
export function useJoin() {
  const client = useQueryClient();
  return async ({ brandId, liveCode, phoneCode, marketing }: JoinInput): Promise<CardView> => {
    const card = await api.post('/api/member/memberships', {
      body: {
        brandId,
        liveCode,
        phoneCode,
        consents: [
          { purpose: 'service', given: true },
          { purpose: 'marketing', given: marketing },
        ],
      },
    });
    const me = await api.get('/api/member/me');
    session.becameMember(me.memberId);
    client.removeQueries({ queryKey: MINE });
    client.setQueryData(keys.me, me);
    client.setQueryData(keys.card(brandId), card);
    return card;
  };
}
