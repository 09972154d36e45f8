import type { ReactNode } from 'react';
import './status-tag.css';

/** What a state asks of people: `todo` a hand, `wait` patience, `good` nothing, `calm` is over or not begun. */
export type Tone = 'todo' | 'wait' | 'good' | 'calm';

export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`status-tag status-${tone}`}>{children}</span>;
}
