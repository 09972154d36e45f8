/** Inside WeChat there is nothing to open. */
export function showWechatDoor(): Promise<void> {
  return Promise.resolve();
}
