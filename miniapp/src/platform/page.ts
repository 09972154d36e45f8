import Taro, { useDidHide, useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro';
import { useState } from 'react';

/** What the page was opened with; values come decoded. */
export function usePageQuery(): Readonly<Record<string, string | undefined>> {
  const { params } = useRouter();
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decode(value)]));
}

// A scene arrives encoded from WeChat and decoded from a browser; decoding twice must not fail on a lone %.
function decode(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value);
  } catch {
    return value;
  }
}

export const useOnShow = useDidShow;
export const useOnReachBottom = useReachBottom;

/** Pulling down refreshes; the spinner goes when the work is done. */
export function useOnPullDown(refresh: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    void refresh().finally(() => Taro.stopPullDownRefresh());
  });
}

export function setPageTitle(title: string): void {
  void Taro.setNavigationBarTitle({ title });
}

/** Whether this page is the one on the screen: pages below it in the stack stay alive, and should stay quiet. */
export function useVisible(): boolean {
  const [visible, setVisible] = useState(true);
  useDidShow(() => setVisible(true));
  useDidHide(() => setVisible(false));
  return visible;
}
