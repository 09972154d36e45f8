import { Input, type InputProps } from 'antd';

/** Yuan as text. The form keeps the text; `yuanToFen` reads it exactly when it is sent. */
export function AmountInput(props: InputProps) {
  return <Input {...props} prefix="¥" inputMode="decimal" autoComplete="off" maxLength={13} />;
}
