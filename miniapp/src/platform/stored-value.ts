import { useSyncExternalStore } from 'react';
import { readStored, store } from './storage';

/** A value that the phone keeps and several pages watch. */
export interface StoredValue<T> {
  get: () => T;
  set: (value: T) => void;
  use: () => T;
}

export function storedValue<T>(key: string, initial: T): StoredValue<T> {
  let current = readStored<T>(key) ?? initial;
  const listeners = new Set<() => void>();
  const get = () => current;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    set: (value) => {
      current = value;
      store(key, value);
      listeners.forEach((listener) => listener());
    },
    use: () => useSyncExternalStore(subscribe, get, get),
  };
}
