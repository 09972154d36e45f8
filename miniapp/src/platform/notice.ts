import Taro from '@tarojs/taro';

/** A short word that goes away by itself. */
export function say(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2200 });
}

export interface Question {
  title: string;
  text: string;
  yes: string;
  no?: string;
}

/** Resolves to whether the person said yes. */
export async function confirm({ title, text, yes, no = '再想想' }: Question): Promise<boolean> {
  const answer = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: no });
  return answer.confirm;
}

export async function copyText(text: string, done: string): Promise<void> {
  await Taro.setClipboardData({ data: text });
  say(done);
}

export function callPhone(number: string): void {
  // A person who closes the dialler has changed their mind; that is no error.
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}
