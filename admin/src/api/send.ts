import { ApiError, type ApiResponse, type Send } from '@regulars/shared/api';
import { texts } from '../texts';

/** Marks a request as ours: other sites can't set it, so the session cookie alone moves nothing. */
const CONSOLE_HEADER = { 'X-Regulars-Console': '1' };

/**
 * The console's transport: same origin, the session in an http-only cookie.
 * `onSignedOut` hears of every answer that says the session is over, whichever call it was for.
 */
export function sendFrom(onSignedOut: () => void): Send {
  return async ({ method, url, body, headers }) => {
    const response = await reach(url, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...CONSOLE_HEADER,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer = { status: response.status, body: await contentOf(response) };
    if (isSignedOut(answer)) {
      onSignedOut();
    }
    return answer;
  };
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch {
    throw new ApiError(0, { code: 'unavailable', title: texts.problem.offline });
  }
}

/** A proxy may answer with a page of its own; that counts as no content. */
async function contentOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** A wrong password is a 401 too, but ends no session. */
function isSignedOut({ status, body }: ApiResponse): boolean {
  return status === 401 && (body as { code?: string } | undefined)?.code === 'unauthenticated';
}
