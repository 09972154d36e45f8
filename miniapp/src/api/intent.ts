import { forget, readStored, store } from '@/platform/storage';
import { isDecided } from './problem';

interface Intent {
  /** What is wanted; wanting something else is a new intent. */
  body: string;
  key: string;
}

/**
 * Sends something that must happen once at most. The key of an intent outlives failed requests and even the app, so
 * that trying again never orders twice; it ends when the server has decided.
 */
export async function onceOnly<T>(
  name: string,
  body: unknown,
  send: (key: string) => Promise<T>,
): Promise<T> {
  const key = keyOf(name, JSON.stringify(body));
  try {
    const result = await send(key);
    forget(slot(name));
    return result;
  } catch (error) {
    if (isDecided(error)) {
      forget(slot(name));
    }
    throw error;
  }
}

function keyOf(name: string, body: string): string {
  const known = readStored<Intent>(slot(name));
  if (known?.body === body) {
    return known.key;
  }
  const fresh: Intent = { body, key: randomKey() };
  store(slot(name), fresh);
  return fresh.key;
}

function slot(name: string): string {
  return `intent:${name}`;
}

/** Unique among one customer's requests, which is all that is asked of it. */
function randomKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12);
  return `${Date.now().toString(36)}-${random()}${random()}`;
}
