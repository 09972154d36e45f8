import { Button } from '@tarojs/components';
import type { AgreeButtonProps } from './agree-button';

export function AgreeButton({ className, children, onAgree }: AgreeButtonProps) {
  return (
    <Button className={className} onClick={onAgree}>
      {children}
    </Button>
  );
}
