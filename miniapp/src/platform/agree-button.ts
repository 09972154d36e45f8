import type { ReactNode } from 'react';

export interface AgreeButtonProps {
  className?: string;
  children: ReactNode;
  onAgree: () => void;
}
