import { decide, qrAddress } from './api.js';
import { attempt, byId, fill, h } from './dom.js';
import type { Actions, Code, PageState } from './page-state.js';

const KIND_NAMES: Readonly<Record<string, string>> = {
  live: '店里的码',
  'check-in': '打卡码',
  table: '桌上的码',
  product: '商品码',
  member: '别人手机上的码',
  screen: '别人手机上的码',
};
const SHOWN_AT_FIRST = 4;

/** The codes around: a tap is a scan. */
export function drawScan({ setup, phone }: PageState, actions: Actions): void {
  const part = byId('scan');
  const sheet = phone.sheet?.kind === 'scan' ? phone.sheet : null;
  part.classList.toggle('waiting', sheet !== null);
  fill(part, [setup.codes, sheet?.id], () => [
    h('h3', { id: 'scan-title' }, '扫一扫'),
    sheet
      ? h(
          'p',
          { class: 'waiting-line', role: 'status' },
          '手机的镜头开着，点一张码给它看。',
          h(
            'button',
            {
              type: 'button',
              class: 'quiet',
              onclick: () =>
                attempt(
                  async () => void (await decide(phone.device, { sheetId: sheet.id, choice: 'cancel' })),
                ),
            },
            '不扫了',
          ),
        )
      : h(
          'p',
          { class: 'part-lead' },
          setup.codes.length === 0
            ? '示例数据铺好以后，店里的码会出现在这里。'
            : '点一张码，就像举起手机扫了它。',
        ),
    ...groups(setup.codes).map(([kind, codes]) => group(kind, codes, actions)),
    pasteForm(actions),
  ]);
}

function groups(codes: readonly Code[]): [string, Code[]][] {
  const names = [...new Set(codes.map(({ kind }) => KIND_NAMES[kind] ?? kind))];
  return names.map((name) => [name, codes.filter(({ kind }) => (KIND_NAMES[kind] ?? kind) === name)]);
}

function group(name: string, codes: readonly Code[], actions: Actions): HTMLElement {
  const rest = codes.slice(SHOWN_AT_FIRST);
  return h(
    'div',
    { class: 'codes' },
    h('h4', {}, name),
    h('ul', {}, ...codes.slice(0, SHOWN_AT_FIRST).map((code) => ticket(code, actions))),
    rest.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, `还有 ${rest.length} 张`),
        h('ul', {}, ...rest.map((code) => ticket(code, actions))),
      ),
  );
}

function ticket(code: Code, actions: Actions): HTMLElement {
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: 'ticket', onclick: () => actions.scan(code) },
      code.value === null
        ? h('span', { class: 'ticket-live', 'aria-hidden': 'true' }, '动态')
        : h('img', { src: qrAddress(code.value), alt: '', width: 44, height: 44, loading: 'lazy' }),
      h('span', {}, h('strong', {}, code.title), code.subtitle !== '' && h('small', {}, code.subtitle)),
    ),
  );
}

function pasteForm(actions: Actions): HTMLElement {
  const field = h('input', {
    id: 'paste',
    type: 'text',
    autocomplete: 'off',
    placeholder: '粘贴码的内容或取货码',
    'aria-label': '码的内容',
  });
  return h(
    'form',
    {
      class: 'paste',
      onsubmit: (event: Event) => {
        event.preventDefault();
        if (field.value.trim() !== '') {
          actions.scanText(field.value.trim());
          field.value = '';
        }
      },
    },
    field,
    h('button', { type: 'submit', class: 'quiet' }, '扫这段'),
  );
}
