import type { ReactNode } from 'react';

interface PopupProps {
  visible: boolean;
  title: string;
  children: ReactNode;
  onClose: () => void;
}

/** Without NutUI's measuring and moving, which jsdom cannot do. */
export function Popup({ visible, title, children, onClose }: PopupProps) {
  return visible ? (
    <div role="dialog" aria-label={title}>
      <button aria-label="关闭" onClick={onClose} />
      {children}
    </div>
  ) : null;
}
