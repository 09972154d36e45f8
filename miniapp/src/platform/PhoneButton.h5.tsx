import { Button } from '@tarojs/components';
import { useState } from 'react';
import { loadConfig } from './config';
import { callDevice } from './device.h5';
import type { PhoneButtonProps } from './phone-button';
import { requirePrivacy } from './privacy';

export function PhoneButton({ className, children, disabled, onCode, onRefused }: PhoneButtonProps) {
  const [asking, setAsking] = useState(false);

  const ask = async () => {
    setAsking(true);
    const code = (await requirePrivacy()) ? await askDevice() : undefined;
    setAsking(false);
    if (code) {
      onCode(code);
    } else {
      onRefused();
    }
  };

  return (
    <Button className={className} disabled={disabled || asking} onClick={() => void ask()}>
      {children}
    </Button>
  );
}

async function askDevice(): Promise<string | undefined> {
  try {
    const { appId } = await loadConfig();
    const answer = await callDevice<{ code?: string }>('POST', '/phone', { appId });
    return answer.code;
  } catch {
    return undefined;
  }
}
