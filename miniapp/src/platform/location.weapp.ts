import Taro from '@tarojs/taro';
import type { Position } from './position';

/** Asks the person; null when they (or the device) refuse. */
export async function locate(): Promise<Position | null> {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'gcj02' });
    return { lat: latitude, lng: longitude };
  } catch {
    return null;
  }
}

/** The position when it was allowed before, without asking anybody anything. */
export async function locateQuietly(): Promise<Position | null> {
  const settings = await Taro.getSetting().catch(() => undefined);
  return settings?.authSetting['scope.userLocation'] ? locate() : null;
}
