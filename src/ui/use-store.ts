import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';

/** What a view shows of a store. The view renders again when that becomes another value, and only then. */
export function useStore<S, T>(
  store: Pick<StoreApi<S>, 'getState' | 'subscribe'>,
  select: (state: S) => T,
): T {
  const [, repaint] = useReducer((times: number) => times + 1, 0);
  const shown = select(store.getState());
  const last = useRef({ shown, select });
  last.current = { shown, select };
  useLayoutEffect(() => {
    const look = (): void => {
      if (!Object.is(last.current.select(store.getState()), last.current.shown)) repaint(0);
    };
    // It may have changed between rendering and here.
    look();
    return store.subscribe(look);
  }, [store]);
  return shown;
}
