import { Input, View } from '@tarojs/components';
import styles from './Field.module.scss';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  type?: 'text' | 'number' | 'nickname';
  maxLength?: number;
  /** What is wrong with it, in words. */
  error?: string | undefined;
}

export function Field({
  label,
  value,
  onChange,
  placeholder,
  type = 'text',
  maxLength = 40,
  error,
}: FieldProps) {
  return (
    <View className={styles.field}>
      <View className={styles.label}>{label}</View>
      <View className={styles.main}>
        <Input
          className={styles.input}
          type={type}
          value={value}
          placeholder={placeholder}
          placeholderClass={styles.placeholder}
          maxlength={maxLength}
          aria-label={label}
          onInput={({ detail }) => onChange(detail.value)}
        />
        {error && <View className={styles.error}>{error}</View>}
      </View>
    </View>
  );
}
