import { useState } from 'react';
import { App } from 'antd';
import { problemText } from './problems';

/** One click, one call: busy while it runs, and a refusal is said where everybody sees it. */
export function useAction(action: () => Promise<void>): { busy: boolean; run: () => void } {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);

  async function attempt() {
    setBusy(true);
    try {
      await action();
    } catch (error) {
      void message.error(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  return { busy, run: () => void attempt() };
}
