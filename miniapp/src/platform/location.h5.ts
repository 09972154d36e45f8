import { callDevice } from './device.h5';
import type { Position } from './position';
import { requirePrivacy } from './privacy';
import { readStored, store } from './storage';

const GRANTED = 'location-granted';

/** Asks the person; null when they (or the device) refuse. */
export async function locate(): Promise<Position | null> {
  if (!(await requirePrivacy())) {
    return null;
  }
  const position = await ask();
  store(GRANTED, position !== null);
  return position;
}

/** The position when it was allowed before, without asking anybody anything. */
export async function locateQuietly(): Promise<Position | null> {
  return readStored<boolean>(GRANTED) ? ask() : null;
}

async function ask(): Promise<Position | null> {
  try {
    const answer = await callDevice<Partial<Position> & { refused?: boolean }>('GET', '/location');
    return answer.lat === undefined || answer.lng === undefined ? null : { lat: answer.lat, lng: answer.lng };
  } catch {
    return null;
  }
}
