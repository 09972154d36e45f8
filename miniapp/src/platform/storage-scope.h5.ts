import { deviceId } from './device.h5';

/** Every device is a phone of its own, though they share one browser: who switches phones finds nobody else's session. */
export function scoped(key: string): string {
  return `${deviceId()}/${key}`;
}
