type Listener = () => void;

const listeners = new Set<Listener>();

/** Between the transport, which learns that the session is over, and the app, which then asks to sign in. */
export const sessionEnd = {
  announce: () => listeners.forEach((listener) => listener()),
  subscribe: (listener: Listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
