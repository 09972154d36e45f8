import type { Context } from '../context.js';
import { uuid } from '../ids.js';
import type { World } from '../world/world.js';
import { refuse } from './refusal.js';

const VERSION = 2;
const SCENES = [1, 2, 3, 4];
const CONTENT_MAX = 2500;
/** Content can only be checked for people who opened the mini-program this recently. */
const SEEN_WITHIN_MS = 7_200_000;
const MEDIA_TYPES = [1, 2];

const LABELS = { fine: 100, advertisement: 10001, crime: 20006, fraud: 20008 } as const;

/** Words that make the stand-in's reviewer frown, so that both outcomes can be tried. */
const FROWNED_AT: readonly { word: string; suggest: 'review' | 'risky'; label: number }[] = [
  { word: '加微信返现', suggest: 'review', label: LABELS.advertisement },
  { word: '刷单', suggest: 'risky', label: LABELS.fraud },
  { word: '赌博', suggest: 'risky', label: LABELS.crime },
];

interface TextCheckRequest {
  readonly version?: unknown;
  readonly openid?: unknown;
  readonly scene?: unknown;
  readonly content?: unknown;
}

interface MediaCheckRequest {
  readonly version?: unknown;
  readonly openid?: unknown;
  readonly scene?: unknown;
  readonly media_url?: unknown;
  readonly media_type?: unknown;
}

/** wxa/msg_sec_check, version 2 */
export function checkText({ world, credentials }: Context, body: TextCheckRequest): object {
  if (typeof body.content !== 'string' || body.content === '') {
    refuse(44002, 'empty post data');
  }
  if ([...body.content].length > CONTENT_MAX) {
    refuse(45002, 'content size out of limit');
  }
  checkSubject(world, credentials.appId, body);
  const { content } = body;
  const found = FROWNED_AT.find(({ word }) => content.includes(word));
  const result = { suggest: found?.suggest ?? 'pass', label: found?.label ?? LABELS.fine };
  return {
    errcode: 0,
    errmsg: 'ok',
    trace_id: uuid(),
    result,
    detail: [
      { strategy: 'content_model', errcode: 0, ...result, prob: 90 },
      ...(found ? [{ strategy: 'keyword', errcode: 0, ...result, level: 20, keyword: found.word }] : []),
    ],
  };
}

/** wxa/media_check_async, version 2: accepts the task; the result would come by message push. */
export function checkMedia({ world, credentials }: Context, body: MediaCheckRequest): object {
  if (typeof body.media_url !== 'string' || !/^https?:\/\//.test(body.media_url)) {
    refuse(40129, 'invalid media_url');
  }
  if (!MEDIA_TYPES.includes(Number(body.media_type))) {
    refuse(40004, 'invalid media type');
  }
  checkSubject(world, credentials.appId, body);
  return { errcode: 0, errmsg: 'ok', trace_id: uuid() };
}

function checkSubject(
  world: World,
  appId: string,
  { version, openid, scene }: { version?: unknown; openid?: unknown; scene?: unknown },
): void {
  if (version !== VERSION) {
    refuse(47001, 'data format error');
  }
  if (!SCENES.includes(Number(scene))) {
    refuse(40129, 'invalid scene');
  }
  const user = typeof openid === 'string' ? world.users.get(openid) : undefined;
  if (!user) {
    refuse(40003, 'invalid openid');
  }
  if (user.appId !== appId) {
    refuse(43104, 'appid does not match openid');
  }
  if (user.lastSeenAt === null || world.now() - user.lastSeenAt > SEEN_WITHIN_MS) {
    refuse(61010, 'code is expired');
  }
}
