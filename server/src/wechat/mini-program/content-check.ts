import { ERRCODE } from './errcodes.js';
import { readOk, type ApiAnswer, type MiniProgramApi } from './mini-program-api.js';

const TEXT_PATH = '/wxa/msg_sec_check';
const PICTURE_PATH = '/wxa/media_check_async';

const SCENES = { profile: 1, comment: 2, forum: 3, social: 4 } as const;
const TEXT_MAX = 2500;
const PICTURE = 2;

export interface TextToCheck {
  readonly openid: string;
  readonly scene: keyof typeof SCENES;
  readonly text: string;
}

export interface PictureToCheck {
  readonly openid: string;
  readonly scene: keyof typeof SCENES;
  /** Where WeChat fetches it from. */
  readonly url: string;
}

/** What WeChat makes of it. `unknown`: it won't say, since the author was not here of late. */
export interface TextChecked {
  readonly outcome: 'pass' | 'review' | 'risky' | 'unknown';
}

/** The answer comes later, by push, under this name; or never, when the picture can't be checked. */
export type PictureChecking =
  { readonly outcome: 'asked'; readonly traceId: string } | { readonly outcome: 'unknown' };

/** Content can be checked only for who opened the mini-program within two hours, and for our own. */
const UNCHECKABLE: ReadonlySet<number> = new Set([
  ERRCODE.openidInvalid,
  ERRCODE.notSeenLately,
  ERRCODE.openidForeign,
]);

export async function checkText(
  api: MiniProgramApi,
  { openid, scene, text }: TextToCheck,
): Promise<TextChecked> {
  const content = [...text].slice(0, TEXT_MAX).join('');
  const answer = await api.post(TEXT_PATH, { version: 2, openid, scene: SCENES[scene], content });
  return isUncheckable(answer)
    ? { outcome: 'unknown' }
    : readOk(TEXT_PATH, answer, (fields) => ({
        outcome: suggestionOf(fields.object('result').text('suggest')),
      }));
}

export async function checkPicture(
  api: MiniProgramApi,
  { openid, scene, url }: PictureToCheck,
): Promise<PictureChecking> {
  const answer = await api.post(PICTURE_PATH, {
    version: 2,
    openid,
    scene: SCENES[scene],
    media_url: url,
    media_type: PICTURE,
  });
  return isUncheckable(answer)
    ? { outcome: 'unknown' }
    : readOk(PICTURE_PATH, answer, (fields) => ({ outcome: 'asked', traceId: fields.text('trace_id') }));
}

/** What isn't known to be fine is for a person to look at. */
export function suggestionOf(text: string): 'pass' | 'review' | 'risky' {
  return text === 'pass' || text === 'risky' ? text : 'review';
}

function isUncheckable(answer: ApiAnswer): boolean {
  return answer.kind === 'json' && UNCHECKABLE.has(answer.errcode);
}
