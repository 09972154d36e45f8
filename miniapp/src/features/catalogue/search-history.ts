import { readStored, store } from '@/platform/storage';

const KEY = 'search-history';
const WORDS_MAX = 10;

/** What this phone searched for, the last first; it stays on the phone. */
export function searchHistory(): string[] {
  return readStored<string[]>(KEY) ?? [];
}

export function rememberSearch(words: string): string[] {
  const history = [words, ...searchHistory().filter((one) => one !== words)].slice(0, WORDS_MAX);
  store(KEY, history);
  return history;
}

export function forgetSearches(): string[] {
  store(KEY, []);
  return [];
}
