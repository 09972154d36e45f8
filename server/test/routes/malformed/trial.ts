import { randomUUID } from 'node:crypto';
import type { Answer } from '../../harness.js';
import { rightfulCaller, type PreparedCall } from '../calling.js';
import { notARefusal } from '../problem.js';
import type { TwoBrands } from '../two-brands.js';
import type { Route } from '../walk.js';
import type { Attempt } from './requests.js';

const AT_ONCE = 16;

/** Sends every attempt as the rightful caller. @returns what `judge` has to say about the answers */
export async function tryAll(
  brands: TwoBrands,
  route: Route,
  call: PreparedCall,
  attempts: Iterable<Attempt>,
  judge: (answer: Answer<unknown>) => string | undefined,
): Promise<string[]> {
  const { token, cookie } = rightfulCaller(call, route, brands);
  const found: string[] = [];
  const waiting = [...attempts].toReversed();
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { what, url, sending } = next;
      const headers = { 'idempotency-key': randomUUID(), ...sending.headers };
      const answer = await brands.app.send<unknown>(route.method, url, {
        token,
        cookie,
        ...sending,
        headers,
      });
      const fault = judge(answer);
      if (fault !== undefined) {
        found.push(`${what}: ${fault}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

const SENTENCES_MAX = 50;
const CHINESE = /[\u4e00-\u9fff]/;

/** A refusal in words that people understand. */
export function notAClearRefusal(answer: Answer<unknown>): string | undefined {
  const { code, errors } = answer.body as { code?: string; errors?: { field: string; message: string }[] };
  const unclear = (errors ?? []).filter(({ message }) => !CHINESE.test(message));
  if ((errors?.length ?? 0) > SENTENCES_MAX) {
    return `says ${errors?.length} things`;
  }
  if (unclear.length > 0 || (code === 'validation_failed' && !errors?.length)) {
    return `says ${JSON.stringify(errors).slice(0, 200)}`;
  }
  return notARefusal(answer);
}

/** Anything but a fault of ours. */
export function aFault(answer: Answer<unknown>): string | undefined {
  return answer.status < 400 ? undefined : notAClearRefusal(answer);
}
