import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

let online = true;
const listeners = new Set<() => void>();

/** Starts to follow the connection; called once when the app starts. */
export function watchNetwork(): void {
  void Taro.getNetworkType().then(({ networkType }) => set(networkType !== 'none'));
  Taro.onNetworkStatusChange(({ isConnected }) => set(isConnected));
}

export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => online,
    () => online,
  );
}

function set(next: boolean): void {
  if (next !== online) {
    online = next;
    listeners.forEach((listener) => listener());
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
