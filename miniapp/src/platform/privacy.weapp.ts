export const AGREE_BUTTON_ID = 'agree-privacy';

type Answer = (agreed: boolean) => void;
type Listener = (answer: Answer) => void;

/** WeChat's typings give the callback no shape; the documentation does. */
type Resolve = (decision: { event: 'agree'; buttonId: string } | { event: 'disagree' }) => void;
interface PrivacyGate {
  onNeedPrivacyAuthorization?: (listener: (resolve: Resolve) => void) => void;
  openPrivacyContract?: (options: object) => void;
}

// Older base libraries have no privacy gate, and then nothing needs to be asked.
const gate = wx as unknown as PrivacyGate;

/** The visible page shows the sheet; it answers once. */
export function onPrivacyNeeded(listener: Listener): void {
  gate.onNeedPrivacyAuthorization?.((resolve) => {
    listener((agreed) => {
      resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON_ID } : { event: 'disagree' });
    });
  });
}

/** WeChat itself asks through `onPrivacyNeeded` when a guarded call is made. */
export function requirePrivacy(): Promise<boolean> {
  return Promise.resolve(true);
}

/** WeChat shows the registered contract; in a browser our own page holds the same text. */
export const openPrivacyContract: (() => void) | null = () => {
  gate.openPrivacyContract?.({});
};
