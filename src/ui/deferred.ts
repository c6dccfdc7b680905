import { createStore, type StoreApi } from 'zustand/vanilla';

/** Milliseconds that a part's file may take before the page says that it did not come. */
export const PART_BOUND = 10_000;

export type DeferredState<T> =
  | { readonly kind: 'waiting' | 'loading' | 'failed' }
  | { readonly kind: 'ready'; readonly part: T };

/** A part of a page in a file of its own, which is loaded when it is first wanted. */
export interface Deferred<T> {
  readonly api: StoreApi<DeferredState<T>>;
  /** Loads the part, once. Another try takes a reload of the page: a browser keeps a failed `import()` for good. */
  want(): void;
}

/** A file that comes after its bound is still used. */
export function deferred<T>(load: () => Promise<T>): Deferred<T> {
  const api = createStore<DeferredState<T>>(() => ({ kind: 'waiting' }));
  return {
    api,
    want() {
      if (api.getState().kind !== 'waiting') return;
      api.setState({ kind: 'loading' }, true);
      const failed = () => api.setState({ kind: 'failed' }, true);
      const late = setTimeout(failed, PART_BOUND);
      load()
        .then((part) => api.setState({ kind: 'ready', part }, true), failed)
        .finally(() => clearTimeout(late));
    },
  };
}
