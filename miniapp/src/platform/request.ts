import Taro from '@tarojs/taro';

export interface RawRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  body?: unknown;
  headers: Record<string, string>;
}

export interface RawResponse {
  status: number;
  body: unknown;
}

/** The request never reached the server, or its answer never reached us. */
export class ConnectionError extends Error {
  constructor(readonly reason: 'offline' | 'timeout') {
    super(reason === 'timeout' ? '网络有点慢，请稍后重试。' : '网络连不上，请检查网络后重试。');
    this.name = 'ConnectionError';
  }
}

const TIMEOUT_MS = 15_000;

export async function request({ method, url, body, headers }: RawRequest): Promise<RawResponse> {
  try {
    const answer = await Taro.request<unknown>({
      method,
      url,
      data: body === undefined ? undefined : JSON.stringify(body),
      header: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      timeout: TIMEOUT_MS,
    });
    return { status: answer.statusCode, body: answer.data };
  } catch (error) {
    throw new ConnectionError(isTimeout(error) ? 'timeout' : 'offline');
  }
}

function isTimeout(error: unknown): boolean {
  const text =
    error instanceof Error ? error.message : ((error as { errMsg?: string } | undefined)?.errMsg ?? '');
  return /time-?out/i.test(text);
}
