import { knownConfig } from './config.h5';

/** The server's pictures; before its address is known, this page's own host has them too. */
export function mediaUrl(url: string): string {
  return url.startsWith('/') ? `${knownConfig()?.apiBase ?? ''}${url}` : url;
}
