import { CLOSING_STATE_TEXT, type ClosingState } from '@regulars/shared';
import { StatusTag, type Tone } from '../../ui/StatusTag';

const TONE: Record<ClosingState, Tone> = {
  none: 'calm',
  waiting: 'wait',
  open: 'todo',
  clear: 'good',
  signed: 'calm',
};

export function ClosingStateTag({ state }: { state: ClosingState }) {
  return <StatusTag tone={TONE[state]}>{CLOSING_STATE_TEXT[state]}</StatusTag>;
}
