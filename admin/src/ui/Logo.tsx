import { texts } from '../texts';
import './logo.css';

/** The mark of the house beside its name. */
export function Logo() {
  return (
    <span className="logo">
      <img src="/logo.svg" alt="" width={28} height={28} />
      {texts.common.product}
    </span>
  );
}
