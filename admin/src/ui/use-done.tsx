import { useCallback } from 'react';
import { App, Button } from 'antd';
import { texts } from '../texts';
import { problemText } from './problems';

/** How long the way back stays open, in seconds. */
const UNDO_SECONDS = 8;

let count = 0;

/** Says that something was done, and offers the way back where there is one. */
export function useDone() {
  const { message, notification } = App.useApp();
  return useCallback(
    (text: string, undo?: () => Promise<unknown>) => {
      if (!undo) {
        void message.success(text);
        return;
      }
      const key = `done-${(count += 1)}`;
      const takeBack = async () => {
        notification.destroy(key);
        try {
          await undo();
          void message.success(texts.common.undone);
        } catch (error) {
          void message.error(problemText(error));
        }
      };
      notification.success({
        key,
        message: text,
        duration: UNDO_SECONDS,
        placement: 'bottomRight',
        actions: <Button onClick={() => void takeBack()}>{texts.common.undo}</Button>,
      });
    },
    [message, notification],
  );
}
