/**
 * The places of texts in the order of a language. Comparing ten thousand names as a language does takes longer than a click may, so
 * texts are put in order once, a slice at a time while nothing else happens, and compared by their places from then on.
 */
export interface TextRanks {
  /** Texts that will be asked for; what is known already costs nothing. */
  add(texts: Iterable<string>): void;
  /** The place of a text among all that were added. */
  rank(text: string): number;
  setLocale(tag: string): void;
}

/** Texts that are put in order at once: a few milliseconds, also on a slow machine. */
const SLICE = 250;

/** `later` runs a task soon, when nothing more urgent is to be done. */
export function createTextRanks(later: (task: () => void) => void): TextRanks {
  let collator = new Intl.Collator('en');
  let known = new Set<string>();
  let runs: string[][] = [];
  let waiting: string[] = [];
  let ranks: ReadonlyMap<string, number> | null = null;
  let scheduled = false;

  /** Puts a slice in order, or joins the two shortest runs; false when there is nothing left to do. */
  function step(): boolean {
    if (waiting.length) {
      runs.push(waiting.splice(0, SLICE).sort(collator.compare));
      return true;
    }
    if (runs.length < 2) return false;
    runs.sort((a, b) => b.length - a.length);
    const [a = [], b = []] = runs.splice(-2);
    runs.push(merge(a, b));
    return true;
  }

  function merge(a: readonly string[], b: readonly string[]): string[] {
    const merged: string[] = [];
    let [i, j] = [0, 0];
    for (let x = a[i], y = b[j]; x !== undefined || y !== undefined; )
      if (y === undefined || (x !== undefined && collator.compare(x, y) <= 0)) {
        merged.push(x ?? '');
        x = a[++i];
      } else {
        merged.push(y);
        y = b[++j];
      }
    return merged;
  }

  function finish(): ReadonlyMap<string, number> {
    while (step());
    const [sorted = []] = runs;
    let place = 0;
    ranks ??= new Map(
      sorted.map((text, i) => {
        const before = sorted[i - 1];
        // What the language does not tell apart has the same place.
        if (before === undefined || collator.compare(before, text) !== 0) place = i;
        return [text, place];
      }),
    );
    return ranks;
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    later(() => {
      scheduled = false;
      if (step()) schedule();
      else finish();
    });
  }

  return {
    add(texts) {
      const before = known.size;
      for (const text of texts) {
        if (known.has(text)) continue;
        known.add(text);
        waiting.push(text);
      }
      if (known.size === before) return;
      ranks = null;
      schedule();
    },
    rank(text) {
      const place = (ranks ?? finish()).get(text);
      if (place !== undefined) return place;
      this.add([text]);
      return finish().get(text) ?? 0;
    },
    setLocale(tag) {
      collator = new Intl.Collator(tag);
      waiting = [...known];
      known = new Set(waiting);
      runs = [];
      ranks = null;
      schedule();
    },
  };
}
