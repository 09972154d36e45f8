import type { MessageView } from '../devices/device-view.js';
import { byId, fill, h } from './dom.js';
import { leadsToPage } from './phone.js';
import type { Actions, PageState } from './page-state.js';

/** What WeChat told this person, newest first. */
export function drawMessages({ phone }: PageState, actions: Actions): void {
  fill(byId('messages'), phone.messages, () => [
    h('h3', { id: 'messages-title' }, '收到的消息'),
    phone.messages.length === 0
      ? h('p', { class: 'part-lead' }, '还没有。付款、退款和品牌的提醒会来到这里。')
      : h('ul', { class: 'message-list' }, ...phone.messages.map((message) => item(message, actions))),
  ]);
}

function item(message: MessageView, actions: Actions): HTMLElement {
  const { page } = message;
  return h(
    'li',
    { class: 'message' },
    h('header', {}, h('strong', {}, message.title), h('time', { datetime: message.at }, timeOf(message.at))),
    h('dl', {}, ...message.lines.flatMap(({ label, value }) => [h('dt', {}, label), h('dd', {}, value)])),
    page !== null &&
      leadsToPage(page) &&
      h('button', { type: 'button', class: 'quiet', onclick: () => actions.openPage(page) }, '查看详情'),
  );
}

function timeOf(at: string): string {
  return new Date(at).toLocaleString('zh-CN', {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}
