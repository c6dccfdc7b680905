/** A clock that only moves when it is told to, in place of the page's timers: a history takes no real time. */
export interface VirtualClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Moves the clock on and runs what falls due, in order. */
  advance(milliseconds: number): void;
  /** Moves to the next timer and runs it; false when none is set. */
  next(): boolean;
  /** Forgets every timer, for the next history. */
  clear(): void;
  /** Gives the real timers back. */
  uninstall(): void;
}

const START = Date.parse('2026-11-09T12:00:00Z');

/** Puts itself in the place of `setTimeout` and `clearTimeout` until it is uninstalled. */
export function installClock(): VirtualClock {
  const { setTimeout: realSet, clearTimeout: realClear } = globalThis;
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  let time = START;
  let last = 0;

  const set = (run: () => void, delay = 0): number => {
    last += 1;
    timers.set(last, { at: time + delay, run });
    return last;
  };
  const clear = (id: number): void => void timers.delete(id);
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });

  function earliest(): [id: number, at: number] | null {
    let found: [number, number] | null = null;
    for (const [id, { at }] of timers) if (!found || at < found[1]) found = [id, at];
    return found;
  }

  function fire([id, at]: [number, number]): void {
    const timer = timers.get(id);
    timers.delete(id);
    time = Math.max(time, at);
    timer?.run();
  }

  return {
    now: () => time,
    advance(milliseconds) {
      const end = time + milliseconds;
      for (let due = earliest(); due && due[1] <= end; due = earliest()) fire(due);
      time = end;
    },
    next() {
      const due = earliest();
      if (due) fire(due);
      return due !== null;
    },
    clear() {
      timers.clear();
      time = START;
    },
    uninstall: () => void Object.assign(globalThis, { setTimeout: realSet, clearTimeout: realClear }),
  };
}
