import './shell.h5.scss';
import { loadConfig } from './config';
import { deviceId } from './device.h5';

/** Opened without the try-it page around it, the phone shows a way to the WeChat that decides on its sheets. */
export async function showWechatDoor(): Promise<void> {
  if (window.parent !== window) {
    return;
  }
  const { wechatBase } = await loadConfig();
  if (!wechatBase) {
    return;
  }
  const door = document.createElement('a');
  door.className = 'wechat-door';
  door.href = `${wechatBase}/wechat?device=${deviceId()}`;
  door.target = 'wechat';
  door.textContent = '微信';
  document.body.append(door);
}
