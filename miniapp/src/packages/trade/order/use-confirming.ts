import { useCallback, useEffect, useState } from 'react';

// Notifications usually take a second or two; after this the customer is told plainly, and may look again.
const PATIENCE_MS = 20_000;

export interface Confirming {
  /** The payment sheet said yes and we are asking the order whether it is true. */
  active: boolean;
  /** It took too long to keep asking every second. */
  late: boolean;
  start: () => void;
}

export function useConfirming(fromStart: boolean): Confirming {
  const [phase, setPhase] = useState<'idle' | 'active' | 'late'>(fromStart ? 'active' : 'idle');
  useEffect(() => {
    if (phase !== 'active') {
      return undefined;
    }
    const timer = setTimeout(() => setPhase('late'), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [phase]);
  const start = useCallback(() => setPhase('active'), []);
  return { active: phase === 'active', late: phase === 'late', start };
}
