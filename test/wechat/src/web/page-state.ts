import type { DeviceView } from '../devices/device-view.js';
import type { PageSetup } from '../page/page-routes.js';

export type Role = PageSetup['roles'][number];
export type Code = PageSetup['codes'][number];

export interface PageState {
  readonly setup: PageSetup;
  /** Which kind of person is played: customer, clerk, manager. */
  readonly role: string;
  readonly phone: DeviceView;
  /** The panel alone: the phone is another page, so this one cannot lead it anywhere. */
  readonly alone: boolean;
}

/** What the parts of the page may ask for. */
export interface Actions {
  play(role: string): void;
  become(person: Role | { readonly device: string } | 'somebody new'): void;
  scan(code: Code): void;
  scanText(text: string): void;
  openPage(path: string): void;
  redraw(): void;
}

const ROLE_NAMES: Readonly<Record<string, string>> = { customer: '顾客', clerk: '店员', manager: '店长' };

export const roleName = (role: Role): string => ROLE_NAMES[role.role] ?? role.title;

/** One entry for each kind of person, in the order they were given; a customer can always be played. */
export function rolesToPlay(setup: PageSetup): Role[] {
  const kinds = [...new Map(setup.roles.toReversed().map((role) => [role.role, role])).values()].toReversed();
  return kinds.some((role) => role.role === 'customer')
    ? kinds
    : [{ role: 'customer', title: '顾客' }, ...kinds];
}

/** A role with an address is played in the console, the others on a phone. */
export const consoleRole = ({ setup, role }: Pick<PageState, 'setup' | 'role'>): Role | undefined =>
  setup.roles.find((each) => each.role === role && each.url !== undefined);
