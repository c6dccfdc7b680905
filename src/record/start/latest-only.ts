/** Keeps order among answers: only the latest step's answer counts. */
export interface LatestOnly {
  /** Runs a step and hands its answer on; to `late` if something newer has begun meanwhile. */
  run<T>(step: () => Promise<T>, then: (answer: T) => void | Promise<void>, late?: () => void): Promise<void>;
  /** Drops whatever is under way. */
  supersede(): void;
}

/** `onSlow` is called when the latest step has been without an answer for `slowAfter` milliseconds. */
export function createLatestOnly(onSlow: () => void, slowAfter: number): LatestOnly {
  let latest = 0;
  return {
    async run(step, then, late) {
      const mine = ++latest;
      const timer = setTimeout(() => mine === latest && onSlow(), slowAfter);
      const answer = await step();
      clearTimeout(timer);
      if (mine === latest) await then(answer);
      else late?.();
    },
    supersede() {
      latest++;
    },
  };
}
