import type { CSSProperties, FormEvent, MouseEvent, ReactNode } from 'react';

interface ShownProps {
  children?: ReactNode;
  className?: string;
  style?: CSSProperties;
  role?: string;
  'aria-label'?: string;
  'aria-checked'?: boolean;
  onClick?: (event: MouseEvent) => void;
}

function box(Tag: 'div' | 'span') {
  return ({ children, ...props }: ShownProps) => <Tag {...props}>{children}</Tag>;
}

export const View = box('div');
export const Text = box('span');
export const Swiper = box('div');
export const SwiperItem = box('div');
export const Picker = box('div');
export const ScrollView = ({ children }: ShownProps) => <div>{children}</div>;

export function Image({ src, 'aria-label': label }: { src: string; 'aria-label'?: string }) {
  return <img src={src} alt={label} />;
}

interface PhoneDetail {
  detail: { code?: string };
}

interface ButtonProps extends ShownProps {
  disabled?: boolean;
  openType?: string;
  onGetPhoneNumber?: (event: PhoneDetail) => void;
  onAgreePrivacyAuthorization?: () => void;
}

/** What the person answers WeChat when a page asks for their number; undefined refuses. */
export const phoneAnswer: { code: string | undefined } = { code: 'a-phone-code' };

export function Button({
  openType,
  onClick,
  onGetPhoneNumber,
  onAgreePrivacyAuthorization,
  ...props
}: ButtonProps) {
  const tap = (event: MouseEvent) => {
    onClick?.(event);
    if (openType === 'getPhoneNumber') {
      onGetPhoneNumber?.({ detail: phoneAnswer.code === undefined ? {} : { code: phoneAnswer.code } });
    }
    if (openType === 'agreePrivacyAuthorization') {
      onAgreePrivacyAuthorization?.();
    }
  };
  return <button type="button" {...props} onClick={tap} />;
}

interface InputProps {
  value: string;
  placeholder?: string;
  'aria-label'?: string;
  onInput: (event: { detail: { value: string } }) => void;
  onConfirm?: () => void;
}

export function Input({ value, placeholder, 'aria-label': label, onInput }: InputProps) {
  return (
    <input
      value={value}
      placeholder={placeholder}
      aria-label={label}
      onChange={(event: FormEvent<HTMLInputElement>) =>
        onInput({ detail: { value: event.currentTarget.value } })
      }
    />
  );
}

interface SwitchProps {
  checked: boolean;
  disabled?: boolean;
  'aria-label'?: string;
  onChange: (event: { detail: { value: boolean } }) => void;
}

export function Switch({ checked, disabled, 'aria-label': label, onChange }: SwitchProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      checked={checked}
      disabled={disabled}
      aria-label={label}
      onChange={(event) => onChange({ detail: { value: event.currentTarget.checked } })}
    />
  );
}
