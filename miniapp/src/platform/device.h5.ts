import { loadConfig } from './config';

// In a browser a "device" of the WeChat stand-in plays wx.*: it knows who I am, shows sheets and takes decisions.
const KEY = 'device';

export function deviceId(): string {
  const given = new URLSearchParams(window.location.search).get(KEY);
  const id = given ?? window.sessionStorage.getItem(KEY) ?? randomId();
  window.sessionStorage.setItem(KEY, id);
  return id;
}

export async function callDevice<T>(method: 'GET' | 'POST', action: string, body?: object): Promise<T> {
  await registered();
  return ask<T>(method, `/devices/${deviceId()}${action}`, body);
}

let registering: Promise<unknown> | undefined;

function registered(): Promise<unknown> {
  registering ??= ask('POST', '/devices', { device: deviceId() }).catch((error: unknown) => {
    registering = undefined;
    throw error;
  });
  return registering;
}

async function ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const { wechatBase } = await loadConfig();
  const response = await fetch(`${wechatBase ?? ''}${path}`, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : null,
  });
  if (!response.ok) {
    throw new Error(`${method} ${path} answered ${response.status}`);
  }
  return (await response.json()) as T;
}

function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
