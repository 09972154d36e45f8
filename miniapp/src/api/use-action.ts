import { useRef, useState } from 'react';
import { say } from '@/platform/notice';
import { sentenceOf } from './problem';

interface Options {
  /** After it went well it is over: this page does it no second time. */
  once?: boolean;
  /** Says what went wrong; by default the sentence of the failure is shown. */
  onError?: (error: unknown) => void;
}

interface Action<A extends unknown[]> {
  run: (...args: A) => void;
  busy: boolean;
}

/** Something a person does by a tap: one at a time however fast they tap, failures in words. */
export function useAction<A extends unknown[]>(
  work: (...args: A) => Promise<unknown>,
  { once = false, onError = (error) => say(sentenceOf(error)) }: Options = {},
): Action<A> {
  // State is too slow for this: the second tap comes before the next render.
  const taken = useRef(false);
  const [busy, setBusy] = useState(false);

  const attempt = async (...args: A) => {
    if (taken.current) {
      return;
    }
    taken.current = true;
    setBusy(true);
    try {
      await work(...args);
      taken.current = once;
    } catch (error) {
      taken.current = false;
      onError(error);
    } finally {
      setBusy(false);
    }
  };

  return { run: (...args: A) => void attempt(...args), busy };
}
