import { createApi } from '@regulars/shared/api';
import { sendOpenly, sendPlain, sendSignedIn } from './send';
import { Session, useMemberId as useMemberIdOf } from './session';

export const session = new Session(sendPlain);

/** As this customer (or member of staff). */
export const api = createApi(sendSignedIn(session));

/** Catalogue, brands and stores: open to anybody, so never waiting for a sign-in. */
export const openApi = createApi(sendOpenly(session));

/** Undefined: not signed in yet. Null: signed in, no member of any brand. */
export function useMemberId(): string | null | undefined {
  return useMemberIdOf(session);
}
