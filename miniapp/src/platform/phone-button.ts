import type { ReactNode } from 'react';

export interface PhoneButtonProps {
  className?: string;
  children: ReactNode;
  disabled?: boolean;
  /** A single-use code that the server exchanges for the number. */
  onCode: (code: string) => void;
  onRefused: () => void;
}
