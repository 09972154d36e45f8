import type { Decision, Sheet } from '../devices/sheets.js';
import type { NotifyBehaviour } from '../push/behaviours.js';
import { decide } from './api.js';
import { attempt, byId, fill, h } from './dom.js';
import { reach } from './memory.js';
import type { Actions, PageState } from './page-state.js';

type Answer = Omit<Decision, 'sheetId'>;
type Reply = (answer: Answer) => void;
type AskingSheet = Exclude<Sheet, { kind: 'scan' }>;

const NOTIFY_NAMES: readonly [NotifyBehaviour, string][] = [
  ['once', '正常送到'],
  ['late', '晚一分钟到'],
  ['none', '路上丢了'],
  ['twice', '送到两次'],
  ['storm', '同时送到二十次'],
  ['signtest', '先来一次探测，再送到'],
  ['tampered', '先被人动了手脚，重发才是真的'],
  ['wrongAmount', '先说错了金额，重发才是真的'],
];

/** What the mini-program asks through WeChat: to pay, for the phone number, to send messages. */
export function drawSheet({ phone, setup }: PageState, actions: Actions): void {
  const { sheet } = phone;
  const asking = sheet !== null && sheet.kind !== 'scan' ? sheet : null;
  const host = byId('sheet');
  const wasOpen = !host.hidden;
  host.hidden = asking === null;
  byId('wechat-body').inert = asking !== null;
  const hint = byId('phone-hint');
  hint.hidden = sheet === null;
  hint.textContent = sheet?.kind === 'scan' ? '请在右边的微信里点一张码' : '请在右边的微信里回答';
  fill(host, asking?.id, () => {
    if (!asking) {
      return [];
    }
    const reply: Reply = (answer) =>
      attempt(async () => {
        await decide(phone.device, { sheetId: asking.id, ...answer });
        celebrate(answer);
        actions.redraw();
      });
    const dialog = h(
      'div',
      {
        class: `sheet sheet-${asking.kind}`,
        role: 'dialog',
        'aria-labelledby': 'sheet-title',
        tabindex: '-1',
        onkeydown: (event: KeyboardEvent) => {
          if (event.key === 'Escape') {
            reply({ choice: REFUSALS[asking.kind] });
          }
        },
      },
      ...contentOf(asking, reply, setup.merchant),
    );
    return [h('div', { class: 'sheet-shade' }), dialog];
  });
  if (asking && !wasOpen) {
    host.querySelector<HTMLElement>('.sheet')?.focus();
  }
}

const REFUSALS: Readonly<Record<AskingSheet['kind'], Answer['choice']>> = {
  payment: 'cancel',
  phone: 'refuse',
  subscribe: 'reject',
};

function celebrate({ choice }: Answer): void {
  if (choice === 'pay') {
    reach('paid');
  } else if (choice === 'allow') {
    reach('joined');
  }
}

function contentOf(sheet: AskingSheet, reply: Reply, merchant: string): Node[] {
  switch (sheet.kind) {
    case 'payment':
      return paymentSheet(sheet, reply);
    case 'phone':
      return phoneSheet(sheet.phone, reply, merchant);
    case 'subscribe':
      return subscribeSheet(sheet.templates, reply, merchant);
  }
}

function paymentSheet(sheet: Extract<Sheet, { kind: 'payment' }>, reply: Reply): Node[] {
  const notify = h(
    'select',
    { id: 'notify' },
    ...NOTIFY_NAMES.map(([value, name]) => h('option', { value }, name)),
  );
  const [yuan = '0', cents = '00'] = (sheet.amountFen / 100).toFixed(2).split('.');
  return [
    h('p', { class: 'sheet-kicker' }, sheet.merchant),
    h(
      'h3',
      { id: 'sheet-title', class: 'sheet-amount' },
      h('small', {}, '¥'),
      yuan,
      h('small', {}, `.${cents}`),
    ),
    h(
      'dl',
      { class: 'sheet-lines' },
      h('dt', {}, '商品'),
      h('dd', {}, sheet.description),
      h('dt', {}, '付款方式'),
      h('dd', {}, '零钱（假的，花不完）'),
    ),
    buttons(
      reply,
      ['确认支付', () => ({ choice: 'pay', notify: notify.value as NotifyBehaviour })],
      ['先不付', 'cancel'],
    ),
    h(
      'details',
      { class: 'sheet-more' },
      h('summary', {}, '试试意外情况'),
      h('label', { for: 'notify' }, '这笔支付的通知'),
      notify,
    ),
  ];
}

function phoneSheet(phone: string, reply: Reply, merchant: string): Node[] {
  const field = h('input', {
    id: 'sheet-phone',
    type: 'tel',
    inputmode: 'numeric',
    maxlength: 11,
    pattern: '1[0-9]{10}',
    value: phone,
    autocomplete: 'off',
  });
  return [
    h('p', { class: 'sheet-kicker' }, `${merchant} 申请`),
    h('h3', { id: 'sheet-title' }, '使用你的手机号'),
    h('p', {}, '用来开卡和找回会员。给不给，都不耽误先逛逛。'),
    h('label', { for: 'sheet-phone' }, '手机号'),
    field,
    buttons(
      reply,
      ['允许', () => ({ choice: 'allow', ...(field.validity.valid && { phone: field.value }) })],
      ['不允许', 'refuse'],
    ),
  ];
}

function subscribeSheet(
  templates: Extract<Sheet, { kind: 'subscribe' }>['templates'],
  reply: Reply,
  merchant: string,
): Node[] {
  const boxes = templates.map(({ id }, index) =>
    h('input', { id: `template-${index}`, type: 'checkbox', value: id, checked: true }),
  );
  return [
    h('p', { class: 'sheet-kicker' }, `${merchant} 申请`),
    h('h3', { id: 'sheet-title' }, '给你发一次下面的消息'),
    h(
      'ul',
      { class: 'sheet-templates' },
      ...templates.map(({ title }, index) =>
        h('li', {}, boxes[index], h('label', { for: `template-${index}` }, title)),
      ),
    ),
    buttons(
      reply,
      [
        '允许',
        () => ({ choice: 'accept', accepted: boxes.filter((box) => box.checked).map((box) => box.value) }),
      ],
      ['拒绝', 'reject'],
    ),
  ];
}

function buttons(
  reply: Reply,
  [yes, answer]: [string, () => Answer],
  [no, refusal]: [string, Answer['choice']],
): HTMLElement {
  return h(
    'div',
    { class: 'sheet-buttons' },
    h('button', { type: 'button', class: 'no', onclick: () => reply({ choice: refusal }) }, no),
    h('button', { type: 'button', class: 'yes', onclick: () => reply(answer()) }, yes),
  );
}
