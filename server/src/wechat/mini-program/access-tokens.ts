import type { Clock } from '../../platform/clock/index.js';
import type { AccessToken, AccessTokenStore } from './access-token-store.js';

/** WeChat makes the next token 5 minutes before the end, and both work until then: take it a little later. */
const RENEW_BEFORE_END_MS = 4 * 60_000;

export interface FetchedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/**
 * The access token of the mini-program, shared by all processes through the store. In each process one renewal
 * runs at a time. Two processes that renew at once do no harm: a stable token is the same for everybody who asks.
 */
export class AccessTokens {
  private known: AccessToken | undefined;
  private renewal: Promise<AccessToken> | undefined;
  private refused: string | undefined;

  constructor(
    private readonly fetchToken: () => Promise<FetchedToken>,
    private readonly store: AccessTokenStore,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<string> {
    const token = this.isUsable(this.known) ? this.known : await this.renewed();
    return token.token;
  }

  /** A token other than the one WeChat just refused, unless WeChat insists on it. */
  async replacementFor(refused: string): Promise<string> {
    this.refused = refused;
    // A renewal under way may have started before anybody knew of the refusal.
    await this.renewal;
    return this.current();
  }

  private renewed(): Promise<AccessToken> {
    this.renewal ??= this.renew().finally(() => {
      this.renewal = undefined;
    });
    return this.renewal;
  }

  private async renew(): Promise<AccessToken> {
    const stored = await this.store.load();
    if (this.isUsable(stored)) {
      this.known = stored;
      return stored;
    }
    const { token, expiresInSeconds } = await this.fetchToken();
    const fetched = { token, expiresAt: new Date(this.clock.now().getTime() + expiresInSeconds * 1000) };
    await this.store.save(fetched, stored);
    this.known = fetched;
    return fetched;
  }

  private isUsable(token: AccessToken | undefined): token is AccessToken {
    return (
      token !== undefined &&
      token.token !== this.refused &&
      token.expiresAt.getTime() - RENEW_BEFORE_END_MS > this.clock.now().getTime()
    );
  }
}
