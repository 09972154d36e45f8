import { Button } from '@tarojs/components';
import type { PhoneButtonProps } from './phone-button';

export function PhoneButton({ className, children, disabled, onCode, onRefused }: PhoneButtonProps) {
  return (
    <Button
      className={className}
      disabled={disabled}
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => {
        if (detail.code) {
          onCode(detail.code);
        } else {
          onRefused();
        }
      }}
    >
      {children}
    </Button>
  );
}
