import { say } from './notice';

/** Long enough for a page to load: whatever is missing again within it would be missing for ever. */
const AGAIN_MS = 10_000;
const RELOADED_AT = 'reloaded-at';

/**
 * A page is fetched when it is first opened. Without a network, or when a new build has taken its place, it isn't
 * there; the address has changed by then, so loading the document again brings it.
 */
export function watchForUpdates(): void {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (!isMissingPage(reason)) {
      return;
    }
    if (navigator.onLine) {
      reloadOnce();
    } else {
      say('网络断开了，连上以后会自动打开。');
      window.addEventListener('online', () => window.location.reload(), { once: true });
    }
  });
}

/** What webpack says of a script or a style sheet that could not be fetched. */
function isMissingPage(reason: unknown): boolean {
  const { name, code } = (reason ?? {}) as { name?: unknown; code?: unknown };
  return name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED';
}

function reloadOnce(): void {
  const before = Number(sessionStorage.getItem(RELOADED_AT));
  if (Date.now() - before > AGAIN_MS) {
    sessionStorage.setItem(RELOADED_AT, String(Date.now()));
    window.location.reload();
  }
}
