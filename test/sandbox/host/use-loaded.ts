import { useEffect, useState } from 'preact/hooks';

export interface Loaded<T> {
  readonly value: T | undefined;
  readonly error: string;
}

/**
 * Loads again whenever `key` changes; the previous value stays until the new one is there, unless `fresh` says that the
 * key names something else altogether. A late reply for an earlier key is ignored.
 */
export function useLoaded<T>(key: string, load: () => Promise<T>, fresh: string = key): Loaded<T> {
  const [state, setState] = useState<Loaded<T> & { readonly of: string }>({
    value: undefined,
    error: '',
    of: fresh,
  });
  // The key stands for everything that load reads
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (value) => isCurrent && setState({ value, error: '', of: fresh }),
      (error: unknown) =>
        isCurrent &&
        setState({ value: undefined, error: error instanceof Error ? error.message : `${error}`, of: fresh }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return state.of === fresh ? state : { value: undefined, error: '' };
}
