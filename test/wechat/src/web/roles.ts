import { byId, fill, h } from './dom.js';
import { roleName, rolesToPlay, type Actions, type PageState } from './page-state.js';

/** One click to be the customer, the clerk or the manager. */
export function drawRoles({ setup, role }: PageState, actions: Actions): void {
  for (const id of ['roles', 'roles-small']) {
    const kinds = rolesToPlay(setup);
    byId(id).hidden = kinds.length < 2;
    fill(byId(id), [role, kinds], () =>
      kinds.map((each) =>
        h(
          'button',
          {
            type: 'button',
            'data-focus': `${id}-${each.role}`,
            'aria-pressed': String(each.role === role),
            onclick: () => actions.play(each.role),
          },
          roleName(each),
        ),
      ),
    );
  }
}

export function drawLinks({ setup }: PageState): void {
  const links = [
    ['品牌控制台', setup.consoleUrl],
    ['接口文档', setup.docsUrl],
  ] as const;
  fill(byId('links'), links, () =>
    links.flatMap(([title, url]) =>
      url === null ? [] : [h('a', { href: url, target: '_blank', rel: 'noopener' }, title)],
    ),
  );
}
