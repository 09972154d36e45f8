import { byId, fill, h } from './dom.js';
import { memory } from './memory.js';
import type { Actions, PageState, Role } from './page-state.js';

const COLOURS = ['#7a4a2b', '#4c6b57', '#8a5a6b', '#4f6482', '#96600c', '#6b5b95'];

/** Whose WeChat this is, and everyone else one can be. */
export function drawWho({ setup, role, phone }: PageState, actions: Actions): void {
  const people = setup.roles.filter((each) => each.role === role && each.openid !== undefined);
  const passers = role === 'customer' ? memory.passers : [];
  fill(byId('who'), [phone.openid, phone.nickname, phone.phone, role, people, passers], () => [
    h(
      'div',
      { class: 'who' },
      avatar(phone.nickname, phone.openid),
      h(
        'div',
        { class: 'who-text' },
        h('small', {}, '这是微信，我是'),
        h('h2', {}, phone.nickname),
        h('p', {}, phone.phone === null ? '没有绑定手机号' : `手机 ${spaced(phone.phone)}`),
      ),
    ),
    h(
      'details',
      { class: 'others' },
      h('summary', { 'data-focus': 'others' }, '换一个人'),
      h(
        'ul',
        { class: 'people' },
        ...people.map((person) => personItem(person, person.openid === phone.openid, actions)),
        ...passers.map(({ device, nickname }) =>
          h(
            'li',
            {},
            personButton(nickname, '这次来过的客人', device === phone.device, () =>
              actions.become({ device }),
            ),
          ),
        ),
        role === 'customer' &&
          h(
            'li',
            {},
            personButton('新来的人', '第一次路过，谁也不认识', false, () => actions.become('somebody new')),
          ),
      ),
    ),
  ]);
}

function personItem(person: Role, current: boolean, actions: Actions): HTMLElement {
  return h(
    'li',
    {},
    personButton(person.title, person.subtitle ?? '', current, () => actions.become(person)),
  );
}

function personButton(name: string, text: string, current: boolean, onclick: () => void): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'person', 'aria-pressed': String(current), onclick },
    avatar(name, name),
    h('span', {}, h('strong', {}, name), text !== '' && h('small', {}, text)),
  );
}

export function avatar(name: string, seed: string): HTMLElement {
  const sum = [...seed].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return h(
    'span',
    { class: 'avatar', 'aria-hidden': 'true', style: `background:${COLOURS[sum % COLOURS.length] ?? ''}` },
    [...name][0] ?? '客',
  );
}

function spaced(phone: string): string {
  return phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
}
