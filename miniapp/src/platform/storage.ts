import Taro from '@tarojs/taro';
import { scoped } from './storage-scope';

/** Reads what was stored, or undefined: a full or broken storage never breaks a page. */
export function readStored<T>(key: string): T | undefined {
  try {
    const value = Taro.getStorageSync<T | ''>(scoped(key));
    return value === '' ? undefined : value;
  } catch {
    return undefined;
  }
}

export function store(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(scoped(key), value);
  } catch {
    // Storage is a convenience here; without it the page asks the server again.
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(scoped(key));
  } catch {
    // As above.
  }
}
