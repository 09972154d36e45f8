import { byId } from './dom.js';
import type { PageState } from './page-state.js';

let lastSheet: string | undefined;

/** On a small screen the phone fills it, and WeChat comes up from below. */
export function openWechat(open: boolean): void {
  document.body.classList.toggle('wechat-open', open);
  byId('door').setAttribute('aria-expanded', String(open));
}

/** Whatever the mini-program asks brings WeChat up by itself, and the answer puts it away again. */
export function followSheet({ phone }: PageState): void {
  const current = phone.sheet?.id;
  if (current !== lastSheet) {
    if (current !== undefined) {
      openWechat(true);
      if (phone.sheet?.kind === 'scan') {
        byId('scan').scrollIntoView({ block: 'start' });
      }
    } else if (lastSheet !== undefined) {
      openWechat(false);
      // The person goes on where the question came from.
      byId('phone-page').focus({ preventScroll: true });
    }
    lastSheet = current;
  }
  byId('door-dot').hidden = current === undefined;
}

export function bindDoor(): void {
  byId('door').addEventListener('click', () => openWechat(true));
  const putAway = (): void => {
    openWechat(false);
    byId('door').focus({ preventScroll: true });
  };
  byId('wechat-close').addEventListener('click', putAway);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && document.body.classList.contains('wechat-open') && byId('sheet').hidden) {
      putAway();
    }
  });
}
