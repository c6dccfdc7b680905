/** What this browser remembers for convenience. Never a source of truth: Zoho empties it with each installed version. */
export interface BrowserMemory {
  /** What was kept under this name, parsed, or null. It may be anything: check it. */
  get(name: string): unknown;
  /** Null forgets. */
  set(name: string, value: unknown): void;
  /** The names under which something is kept. */
  names(): readonly string[];
}

/** Name under which the id of the person last seen at this browser is remembered. */
export const SIGNED_IN = 'user';

/** A name for what belongs to that person alone: the next one at this browser neither sees nor loses it. */
export const ofPerson = (memory: BrowserMemory, name: string): string => {
  const id = memory.get(SIGNED_IN);
  return typeof id === 'string' ? `${name}.${id}` : name;
};

/** What `kept` holds for that person alone. */
export const keptForPerson = (
  memory: BrowserMemory,
  kept: BrowserMemory,
): Pick<BrowserMemory, 'get' | 'set'> => ({
  get: (name) => kept.get(ofPerson(memory, name)),
  set: (name, value) => kept.set(ofPerson(memory, name), value),
});

/**
 * Over `localStorage` or `sessionStorage`, which may be full or not allowed: then nothing is remembered. `host` is the origin of
 * the page that frames this one: whoever frames it with another in the address comes by nothing that was typed here.
 */
export function browserMemory(storage: () => Storage, host = ''): BrowserMemory {
  const prefix = `record-lock.${host && `${host} `}`;
  const key = (name: string) => `${prefix}${name}`;
  return {
    get(name) {
      try {
        return JSON.parse(storage().getItem(key(name)) ?? 'null');
      } catch {
        return null;
      }
    },
    set(name, value) {
      try {
        if (value === null) storage().removeItem(key(name));
        else storage().setItem(key(name), JSON.stringify(value));
      } catch {
        // Not remembered. Nothing is lost: what matters is on the page.
      }
    },
    names() {
      try {
        const kept = storage();
        const all = Array.from({ length: kept.length }, (_, i) => kept.key(i) ?? '');
        return all.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
      } catch {
        return [];
      }
    },
  };
}
