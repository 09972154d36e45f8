import type { DeviceView } from '../devices/device-view.js';
import { decide, handOver, readCode, readSetup, takePhone, watchPhone } from './api.js';
import { drawConsoleCard } from './console-card.js';
import { attempt, toast } from './dom.js';
import { bindDoor, followSheet, openWechat } from './door.js';
import { drawGuide } from './guide.js';
import { memory, reach, remember } from './memory.js';
import { drawMessages } from './messages.js';
import {
  consoleRole,
  rolesToPlay,
  type Actions,
  type Code,
  type PageState,
  type Role,
} from './page-state.js';
import { drawPhoneTime, leadsToPage, showOnPhone } from './phone.js';
import { drawPlace } from './place.js';
import { drawLinks, drawRoles } from './roles.js';
import { drawScan } from './scan.js';
import { drawSheet } from './sheet.js';
import { drawWho } from './who.js';

/** The panel alone: which phone it belongs to stands in its address. */
const phoneOfPanel =
  location.pathname === '/wechat' ? new URLSearchParams(location.search).get('device') : null;

let state: PageState;
let unwatch: (() => void) | undefined;

const actions: Actions = {
  play: (role) => attempt(() => play(role)),
  become: (person) => attempt(() => become(person)),
  scan: (code) => attempt(() => scan(code)),
  scanText: (text) => attempt(() => scanned(text)),
  openPage: (path) => openPage(path),
  redraw: () => draw(),
};

attempt(async () => {
  const alone = location.pathname === '/wechat';
  document.body.classList.toggle('alone', alone);
  bindDoor();
  drawPhoneTime();
  const setup = await readSetup();
  const wanted = rolesToPlay(setup).find(({ role }) => role === memory.role) ?? rolesToPlay(setup)[0];
  const role = alone ? 'customer' : (wanted?.role ?? 'customer');
  const phone = await phoneFor(role, setup.roles);
  state = { setup, role, phone, alone };
  hold(phone);
  if (!alone) {
    showOnPhone(state);
  }
  window.addEventListener('focus', () => attempt(refreshSetup));
});

/** Codes and people may come after the page: the demo is still being laid out. */
async function refreshSetup(): Promise<void> {
  state = { ...state, setup: await readSetup() };
  draw();
}

async function play(role: string): Promise<void> {
  state = { ...state, role };
  memory.role = role;
  remember();
  if (consoleRole(state)) {
    openWechat(false);
    draw();
    return;
  }
  pickUp(await phoneFor(role, state.setup.roles));
}

async function become(person: Role | { readonly device: string } | 'somebody new'): Promise<void> {
  const phone = await phoneOf(person);
  if (state.alone) {
    // The phone is another page and keeps its name; only its owner changes.
    state = { ...state, phone: await handOver(state.phone.device, phone.openid) };
    draw();
    toast(`现在是${phone.nickname}的微信。请把手机那一页刷新一下。`);
    return;
  }
  pickUp(phone);
  toast(`现在是${phone.nickname}的手机。`);
}

async function phoneOf(person: Role | { readonly device: string } | 'somebody new'): Promise<DeviceView> {
  if (person === 'somebody new') {
    return meetSomebodyNew();
  }
  return 'device' in person
    ? takePhone(person.device)
    : takePhone(phoneNameOf(person.openid ?? ''), person.openid);
}

function pickUp(phone: DeviceView): void {
  state = { ...state, phone };
  hold(phone);
  showOnPhone(state);
  openWechat(false);
}

/** Keeps this phone in hand and follows what happens on it. */
function hold(phone: DeviceView): void {
  memory.phones[state.role] = phone.device;
  if (state.role === 'customer') {
    memory.customerOpenid = phone.openid;
  }
  remember();
  unwatch?.();
  unwatch = watchPhone(phone.device, (next) => {
    state = { ...state, phone: next };
    draw();
  });
  draw();
}

async function phoneFor(role: string, roles: readonly Role[]): Promise<DeviceView> {
  const last = phoneOfPanel ?? memory.phones[role];
  if (last !== undefined) {
    return takePhone(last);
  }
  const person = roles.find((each) => each.role === role && each.openid !== undefined);
  return person?.openid === undefined
    ? meetSomebodyNew()
    : takePhone(phoneNameOf(person.openid), person.openid);
}

async function meetSomebodyNew(): Promise<DeviceView> {
  const phone = await takePhone(`${memory.base}-${memory.passers.length + 1}`);
  memory.passers.push({ device: phone.device, nickname: phone.nickname });
  return phone;
}

/** Everybody has a phone of their own, the same one each time. */
function phoneNameOf(openid: string): string {
  return `${memory.base}-${openid.replaceAll(/[^A-Za-z0-9_-]/g, '').slice(-24)}`;
}

async function scan(code: Code): Promise<void> {
  const { value } = await readCode(code.id, memory.customerOpenid ?? state.phone.openid);
  await scanned(value);
}

/** With the camera open the mini-program gets what the code says; otherwise WeChat itself opens where it leads. */
async function scanned(value: string): Promise<void> {
  const { phone, role } = state;
  if (phone.sheet?.kind === 'scan') {
    await decide(phone.device, { sheetId: phone.sheet.id, choice: 'scan', value });
  } else if (leadsToPage(value)) {
    openPage(value);
  } else {
    toast('这张码要在小程序里扫：先在手机上点开“扫一扫”，再来点它。');
    return;
  }
  reach(role === 'clerk' ? 'served' : 'scanned');
  draw();
}

function openPage(path: string): void {
  showOnPhone(state, path);
  openWechat(false);
}

function draw(): void {
  drawRoles(state, actions);
  drawLinks(state);
  drawGuide(state, actions);
  drawConsoleCard(state, actions);
  drawWho(state, actions);
  drawScan(state, actions);
  drawPlace(state);
  drawMessages(state, actions);
  drawSheet(state, actions);
  followSheet(state);
}
