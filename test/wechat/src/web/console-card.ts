import { readOneTimeCode } from './api.js';
import { attempt, byId, fill, h, toast } from './dom.js';
import { reach } from './memory.js';
import { consoleRole, type Actions, type PageState, type Role } from './page-state.js';

let timer: number | undefined;

/** Where the phone was: what a manager needs to open the console, one-time code included. */
export function drawConsoleCard(state: PageState, actions: Actions): void {
  const role = consoleRole(state);
  const card = byId('console-card');
  byId('phone').hidden = role !== undefined;
  card.hidden = role === undefined;
  window.clearTimeout(timer);
  if (!role) {
    return;
  }
  fill(card, role, () => [
    h('p', { class: 'console-kicker' }, '品牌控制台'),
    h('h2', {}, role.title),
    role.subtitle !== undefined && role.subtitle !== ''
      ? h('p', { class: 'console-text' }, role.subtitle)
      : undefined,
    h(
      'dl',
      {},
      ...fact('邮箱', role.email),
      ...fact('密码', role.password),
      h('dt', {}, '动态码'),
      h(
        'dd',
        {},
        h('output', { id: 'one-time-code', class: 'one-time-code' }, '······'),
        h('small', { id: 'one-time-left' }),
      ),
    ),
    h(
      'a',
      {
        class: 'button wide',
        href: role.url,
        target: '_blank',
        rel: 'noopener',
        onclick: () => {
          reach('managed');
          actions.redraw();
        },
      },
      '打开控制台',
    ),
    h('p', { class: 'console-text' }, '登录后先看“今日一览”，再到“会员”里找刚才那位客人。'),
  ]);
  attempt(() => tick(role));
}

/** The code changes every half minute; the card keeps up while it is there. */
async function tick(role: Role): Promise<void> {
  if (role.email === undefined) {
    return;
  }
  const { code, secondsLeft } = await readOneTimeCode(role.role);
  byId('one-time-code').textContent = `${code.slice(0, 3)} ${code.slice(3)}`;
  byId('one-time-left').textContent = `${secondsLeft} 秒后换一个`;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => attempt(() => tick(role)), 1000);
}

function fact(name: string, value: string | undefined): HTMLElement[] {
  if (value === undefined) {
    return [];
  }
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    toast(`${name}已复制。`);
  };
  return [
    h('dt', {}, name),
    h(
      'dd',
      {},
      h('span', {}, value),
      h(
        'button',
        { type: 'button', class: 'quiet', 'aria-label': `复制${name}`, onclick: () => attempt(copy) },
        '复制',
      ),
    ),
  ];
}
