export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Where the processes share the access token. */
export interface AccessTokenStore {
  load(): Promise<AccessToken | undefined>;
  /** Keeps `next` if the store still holds what was loaded before; otherwise somebody else was faster. */
  save(next: AccessToken, loaded: AccessToken | undefined): Promise<void>;
}
