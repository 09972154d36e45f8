import { Textarea } from '@tarojs/components';
import styles from './TextArea.module.scss';

interface TextAreaProps {
  value: string;
  onChange: (value: string) => void;
  placeholder: string;
  maxLength: number;
}

export function TextArea({ value, onChange, placeholder, maxLength }: TextAreaProps) {
  return (
    <Textarea
      className={styles.area}
      value={value}
      placeholder={placeholder}
      maxlength={maxLength}
      aria-label={placeholder}
      onInput={({ detail }) => onChange(detail.value)}
    />
  );
}
