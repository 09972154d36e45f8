import type { Context } from '../context.js';
import { digits } from '../ids.js';
import { isObject } from '../shape.js';
import type { Permission, Template } from '../world/model.js';
import { permissionKey, type World } from '../world/world.js';
import { checkPage } from './published-pages.js';
import { refuse } from './refusal.js';
import { templateValueProblem } from './template-values.js';

const STATES = ['developer', 'trial', 'formal'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];
/** As many as a JSON number carries exactly. */
const MESSAGE_ID_DIGITS = 15;

interface SendRequest {
  readonly touser?: unknown;
  readonly template_id?: unknown;
  readonly page?: unknown;
  readonly data?: unknown;
  readonly miniprogram_state?: unknown;
  readonly lang?: unknown;
}

/** cgi-bin/message/subscribe/send: one acceptance of the person lets one message through. */
export function sendSubscribeMessage({ world, credentials }: Context, body: SendRequest): object {
  const user = typeof body.touser === 'string' ? world.users.get(body.touser) : undefined;
  if (!user || user.appId !== credentials.appId) {
    refuse(40003, 'invalid openid');
  }
  const template = findTemplate(world, body.template_id);
  if (body.page !== undefined && body.page !== '') {
    const page = typeof body.page === 'string' ? body.page.split('?')[0] : undefined;
    checkPage(world, page, { published: true });
  }
  if (
    !STATES.some((state) => state === (body.miniprogram_state ?? 'formal')) ||
    !LANGUAGES.some((language) => language === (body.lang ?? 'zh_CN'))
  ) {
    refuse(47003, 'argument invalid! miniprogram_state or lang invalid');
  }
  const data = checkData(template, body.data);
  spendPermission(world, user.openid, template.id);
  const message = world.messages.put({
    id: digits(MESSAGE_ID_DIGITS),
    openid: user.openid,
    templateId: template.id,
    title: template.title === '' ? null : template.title,
    page: typeof body.page === 'string' && body.page !== '' ? body.page : null,
    data,
    at: world.now(),
  });
  return { errcode: 0, errmsg: 'ok', msgid: Number(message.id) };
}

export function grantPermission(world: World, openid: string, templateId: string, count: number): Permission {
  const permission =
    world.permissions.get(permissionKey(openid, templateId)) ??
    world.permissions.put({ openid, templateId, remaining: 0 });
  permission.remaining += count;
  return permission;
}

/** While no template is registered, every id is known and every well-formed key fits. */
function findTemplate(world: World, id: unknown): Template {
  const known = typeof id === 'string' ? world.templates.get(id) : undefined;
  if (known) {
    return known;
  }
  if (typeof id !== 'string' || id === '' || world.templates.values().length > 0) {
    refuse(40037, 'invalid template_id');
  }
  return { id, title: '', keys: [], labels: {} };
}

function checkData(template: Template, data: unknown): Record<string, { value: string }> {
  if (!isObject(data)) {
    refuse(47003, 'argument invalid! data invalid');
  }
  const missing = template.keys.find((key) => data[key] === undefined);
  if (missing !== undefined) {
    refuse(47003, `argument invalid! data.${missing}.value is empty`);
  }
  const foreign = Object.keys(data).find((key) => template.keys.length > 0 && !template.keys.includes(key));
  if (foreign !== undefined) {
    refuse(47003, `argument invalid! data.${foreign} invalid`);
  }
  return Object.fromEntries(
    Object.entries(data).map(([key, item]) => {
      const value = isObject(item) ? item['value'] : undefined;
      const problem = templateValueProblem(key, value);
      if (problem !== undefined) {
        refuse(47003, `argument invalid! ${problem}`);
      }
      return [key, { value: String(value) }];
    }),
  );
}

function spendPermission(world: World, openid: string, templateId: string): void {
  const permission = world.permissions.get(permissionKey(openid, templateId));
  if (!permission || permission.remaining <= 0) {
    refuse(43101, 'user refuse to accept the msg');
  }
  permission.remaining -= 1;
}
