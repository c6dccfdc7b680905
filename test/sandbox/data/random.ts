/** A small generator of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const below = (next: () => number, limit: number): number => Math.floor(next() * limit);

/** One of a list that is never empty where it is used. */
export function oneOf<T>(next: () => number, list: readonly [T, ...T[]]): T {
  return list[below(next, list.length)] ?? list[0];
}
