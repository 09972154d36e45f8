import { createContext, useContext } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api';
import { keys } from '../api/keys';
import type { Brand, Me } from '../api/types';
import type { Access } from './access';
import { isSignedOut } from './query-client';

/** Who is at the console and for which brand. */
export interface Session extends Access {
  me: Me;
  brand: Brand;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** For pages inside the shell, where there always is one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) {
    throw new Error('useSession needs a SessionGate around it');
  }
  return session;
}

export function useBrandId(): string {
  return useSession().brand.id;
}

/** null: nobody is signed in. */
export function useMe() {
  return useQuery({
    queryKey: keys.me,
    queryFn: () => api.get('/api/admin/me').catch(nobodyWhenSignedOut),
    staleTime: 5 * 60_000,
  });
}

function nobodyWhenSignedOut(error: unknown): null {
  if (isSignedOut(error)) {
    return null;
  }
  throw error;
}

/** The brand as customers know it: colour, logo, slogan. Changes rarely. */
export function useBrandProfile(brandId: string) {
  return useQuery({
    queryKey: keys.brand(brandId),
    queryFn: () => api.get('/api/member/brands/{id}', { path: { id: brandId } }),
    staleTime: Infinity,
  });
}

const LAST_BRAND = 'regulars.lastBrand';

export function rememberBrand(brandId: string): void {
  localStorage.setItem(LAST_BRAND, brandId);
}

/** The brand last worked on, if it is still one of the admin's. */
export function lastBrand(brands: readonly Brand[]): Brand | undefined {
  const id = localStorage.getItem(LAST_BRAND);
  return brands.find((brand) => brand.id === id) ?? brands[0];
}
