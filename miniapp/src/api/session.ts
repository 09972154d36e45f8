import { createApi, type Send } from '@regulars/shared/api';
import { useSyncExternalStore } from 'react';
import { loadConfig } from '@/platform/config';
import { login } from '@/platform/login';
import { forget, readStored, store } from '@/platform/storage';
import type { SessionView } from './views';

const KEY = 'session';
// A token that is about to end would fail on the way; get a new one instead.
const MARGIN_MS = 60_000;

/** Who this phone is to the server. Signing in is silent, happens once at a time, and never blocks browsing. */
export class Session {
  private current: SessionView | undefined = readStored<SessionView>(KEY);
  private renewing: Promise<SessionView> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly send: Send) {}

  /** The token at hand, without waiting for anything. */
  get token(): string | undefined {
    return this.fresh()?.token;
  }

  /** Undefined until the first sign-in ever. */
  get memberId(): string | null | undefined {
    return this.current?.memberId;
  }

  async ensure(): Promise<SessionView> {
    return this.fresh() ?? this.renew();
  }

  renew(): Promise<SessionView> {
    this.renewing ??= this.signIn().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  /** Joining makes a visitor a member; the token stays valid. */
  becameMember(memberId: string | null): void {
    if (this.current && memberId !== this.current.memberId) {
      this.keep({ ...this.current, memberId });
    }
  }

  clear(): void {
    forget(KEY);
    this.current = undefined;
    this.tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private fresh(): SessionView | undefined {
    const { current } = this;
    return current && Date.parse(current.expiresAt) - MARGIN_MS > Date.now() ? current : undefined;
  }

  private async signIn(): Promise<SessionView> {
    const { appId } = await loadConfig();
    const code = await login();
    const api = createApi(this.send);
    return this.keep(await api.post('/api/member/session', { body: { appId, code } }));
  }

  private keep(session: SessionView): SessionView {
    this.current = session;
    store(KEY, session);
    this.tell();
    return session;
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

export function useMemberId(session: Session): string | null | undefined {
  return useSyncExternalStore(
    session.subscribe,
    () => session.memberId,
    () => session.memberId,
  );
}
