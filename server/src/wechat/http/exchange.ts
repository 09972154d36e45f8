const BODY_BYTES_MAX = 4 * 1024 * 1024;

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The bytes as received: signatures cover these, not what JSON makes of them. */
  readonly body: Buffer;
}

/** WeChat was not reached, or its answer did not arrive whole: whether the call had an effect is unknown. */
export class Unreachable extends Error {
  constructor(
    readonly reason: 'timeout' | 'network',
    message: string,
  ) {
    super(message);
  }
}

/** One HTTP exchange, bounded in time and size. Never follows a redirect: addresses carry credentials. */
export async function exchange(request: HttpRequest): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(request.timeoutMs);
  try {
    const { method, headers, body } = request;
    const response = await fetch(request.url, { method, headers, body, redirect: 'error', signal });
    return { status: response.status, headers: response.headers, body: await readBounded(response) };
  } catch (error) {
    // The query may hold an access token or the app secret, so only method and path are told.
    const call = `${request.method} ${pathOf(request.url)}`;
    if (signal.aborted) {
      throw new Unreachable('timeout', `${call} gave no answer within ${request.timeoutMs} ms`);
    }
    throw new Unreachable('network', `${call} failed: ${networkCodeOf(error)}`);
  }
}

async function readBounded(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > BODY_BYTES_MAX) {
      throw new Error('answer too large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

function networkCodeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error) {
    return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
  }
  return 'unknown cause';
}
