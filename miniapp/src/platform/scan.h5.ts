import { callDevice } from './device.h5';
import { requirePrivacy } from './privacy';

/** What a code says, or null when the person closed the scanner. */
export async function scan(): Promise<string | null> {
  if (!(await requirePrivacy())) {
    return null;
  }
  const answer = await callDevice<{ result?: string; cancelled?: boolean }>('POST', '/scan');
  return answer.result ?? null;
}
