import { byId } from './dom.js';
import type { PageState } from './page-state.js';

const frame = (): HTMLIFrameElement => byId('phone-page') as HTMLIFrameElement;

/** Opens a page of the mini-program on the phone in hand, its first page by default. */
export function showOnPhone({ setup, phone, alone }: PageState, path = ''): void {
  const address = phoneAddress(setup.phoneUrl, path, phone.device);
  if (address === undefined) {
    return;
  }
  if (alone) {
    window.open(address, 'regulars-phone');
  } else {
    frame().src = address;
  }
}

/** Whether this text leads to a page of the mini-program, as its codes do. */
export function leadsToPage(text: string): boolean {
  return /^\/?(pages|packages)\/[\w/-]+(\?.*)?$/.test(text);
}

export function drawPhoneTime(): void {
  const write = (): void => {
    byId('phone-time').textContent = new Date().toLocaleTimeString('zh-CN', {
      hour: '2-digit',
      minute: '2-digit',
    });
  };
  write();
  window.setInterval(write, 10_000);
}

function phoneAddress(phoneUrl: string | null, path: string, device: string): string | undefined {
  if (phoneUrl === null) {
    return undefined;
  }
  const address = new URL(path.replace(/^\//, ''), `${phoneUrl}/`);
  if (isLoopback(address.hostname) && !isLoopback(location.hostname)) {
    // The page is looked at from another machine, where "this machine" would mean that one.
    address.hostname = location.hostname;
  }
  address.searchParams.set('device', device);
  return address.href;
}

function isLoopback(host: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(host);
}
