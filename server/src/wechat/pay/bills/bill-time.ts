import { Malformed } from '../../http/fields.js';
import { shanghaiSeconds } from '../../http/shanghai-time.js';

/** Bills write China's time without saying so: `2018-06-08 10:34:56`. */
export function instantOf(text: string): Date {
  const rfc3339 = `${text.replace(' ', 'T')}+08:00`;
  const instant = new Date(rfc3339);
  // A day that doesn't exist rolls over to the next month.
  if (Number.isNaN(instant.getTime()) || shanghaiSeconds(instant) !== rfc3339) {
    throw new Malformed(`"${text.slice(0, 20)}" is not a time`);
  }
  return instant;
}
