import { Button } from '@tarojs/components';
import type { AgreeButtonProps } from './agree-button';
import { AGREE_BUTTON_ID } from './privacy.weapp';

/** WeChat takes an agreement only from its own kind of button. */
export function AgreeButton({ className, children, onAgree }: AgreeButtonProps) {
  return (
    <Button
      id={AGREE_BUTTON_ID}
      className={className}
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
    >
      {children}
    </Button>
  );
}
