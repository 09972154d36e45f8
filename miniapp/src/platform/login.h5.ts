import { loadConfig } from './config';
import { callDevice } from './device.h5';

/** The single-use code that the server exchanges for who this is. */
export async function login(): Promise<string> {
  const { appId } = await loadConfig();
  const { code } = await callDevice<{ code: string }>('POST', '/login', { appId });
  return code;
}
