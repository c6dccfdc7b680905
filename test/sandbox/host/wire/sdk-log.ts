import { nameOf } from './call-names';
import { NotBuilt } from './host-page';
import type { WidgetEvent } from './widget-link';

/** One call of the SDK, as the sandbox's bar lists it. */
export interface SdkCall {
  readonly id: number;
  readonly name: string;
  readonly sent: unknown;
  /** `waiting` until it is answered, which may be never. */
  readonly state: 'waiting' | 'answered' | 'refused' | 'not built';
  readonly answer?: unknown;
  readonly ms?: number;
}

type Answer = (event: WidgetEvent) => Promise<unknown>;

let calls = 0;

/** Lists every call twice: when it comes, and when it is settled. */
export function logged(answer: Answer, listed: (call: SdkCall) => void, now: () => number): Answer {
  return async (event) => {
    calls += 1;
    const call = { id: calls, name: nameOf(event), sent: event.data };
    const began = now();
    const settle = (state: SdkCall['state'], outcome: unknown) =>
      listed({ ...call, state, answer: outcome, ms: Math.round(now() - began) });
    listed({ ...call, state: 'waiting' });
    try {
      const outcome = await answer(event);
      settle('answered', outcome);
      return outcome;
    } catch (failure) {
      settle(failure instanceof NotBuilt ? 'not built' : 'refused', failure);
      throw failure;
    }
  };
}

/** The calls of the SDK since the page was loaded. Only what shows them hears of a change. */
export interface SdkLog {
  readonly calls: readonly SdkCall[];
  /** Adds a call, or takes it in the place of what was known of it. */
  add(call: SdkCall): void;
  /** Answers what ends it. */
  listen(listener: () => void): () => void;
}

export function createSdkLog(): SdkLog {
  const calls: SdkCall[] = [];
  const listeners = new Set<() => void>();
  return {
    calls,
    add(call) {
      const known = calls.findIndex(({ id }) => id === call.id);
      calls.splice(known < 0 ? calls.length : known, known < 0 ? 0 : 1, call);
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
