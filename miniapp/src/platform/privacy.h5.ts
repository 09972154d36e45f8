import { readStored, store } from './storage';

const AGREED = 'privacy-agreed';

type Answer = (agreed: boolean) => void;
type Listener = (answer: Answer) => void;

let current: Listener | undefined;

/** The visible page shows the sheet; it answers once. */
export function onPrivacyNeeded(listener: Listener): void {
  current = listener;
}

/** Resolves when the privacy guide is agreed to, asking the person the first time. */
export function requirePrivacy(): Promise<boolean> {
  if (readStored<boolean>(AGREED) || !current) {
    return Promise.resolve(true);
  }
  const ask = current;
  return new Promise((resolve) => {
    ask((agreed) => {
      if (agreed) {
        store(AGREED, true);
      }
      resolve(agreed);
    });
  });
}

/** WeChat shows the registered contract; in a browser our own page holds the same text. */
export const openPrivacyContract: (() => void) | null = null;
