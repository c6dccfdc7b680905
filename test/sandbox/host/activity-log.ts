import type { Activity } from './wire/requests';

/** The calls that the widget made since the page was loaded. Only what shows them hears of a new one. */
export interface ActivityLog {
  readonly calls: readonly Activity[];
  add(call: Activity): void;
  /** Answers what ends it. */
  listen(listener: () => void): () => void;
}

export function createActivityLog(): ActivityLog {
  const calls: Activity[] = [];
  const listeners = new Set<() => void>();
  return {
    calls,
    add(call) {
      calls.push(call);
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
