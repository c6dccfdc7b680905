/** Finds the items of a list by a text of theirs. */
export interface Lookup<T> {
  /** The first item with exactly this text. */
  first(text: string): T | undefined;
  /** The items with exactly this text, else those that differ only in case and outer spaces. */
  called(text: string): readonly T[];
}

const plain = (text: string): string => text.trim().toLowerCase();

const add = <T>(map: Map<string, T[]>, text: string, item: T): void => {
  const items = map.get(text);
  if (items) items.push(item);
  else map.set(text, [item]);
};

/**
 * Makes a function that looks through a list once and remembers what it found: every condition of a configuration asks the same
 * lists, and both may be long. Items without a text are not found. The lists are not changed afterwards.
 */
export const lookupBy = <T>(textOf: (item: T) => string | undefined): ((list: readonly T[]) => Lookup<T>) => {
  const made = new WeakMap<readonly T[], Lookup<T>>();
  return (list) => {
    const known = made.get(list);
    if (known) return known;
    const exact = new Map<string, T[]>();
    const similar = new Map<string, T[]>();
    for (const item of list) {
      const text = textOf(item);
      if (text === undefined) continue;
      add(exact, text, item);
      add(similar, plain(text), item);
    }
    const lookup: Lookup<T> = {
      first: (text) => exact.get(text)?.[0],
      called: (text) => exact.get(text) ?? similar.get(plain(text)) ?? [],
    };
    made.set(list, lookup);
    return lookup;
  };
};
