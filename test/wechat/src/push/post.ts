import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface PostResult {
  readonly status: number | null;
  readonly error: string | null;
}

/** One POST on a connection of its own: a receiver that was restarted never meets a stale one. */
export function post(
  url: string,
  { headers, body, timeoutMs }: { headers: Record<string, string>; body: string; timeoutMs: number },
): Promise<PostResult> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const fail = (error: Error): void => resolve({ status: null, error: error.message });
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const outgoing = send(url, { method: 'POST', headers, agent: false, signal }, (incoming) => {
        incoming.resume();
        incoming.on('error', fail);
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? null, error: null }));
      });
      outgoing.on('error', fail);
      outgoing.end(body);
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
}
