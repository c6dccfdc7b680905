/**
 * Counts how often a value is looked at, all through: work is measured by what it does, since time depends on the machine. What
 * is made of a counted value (a copy, a list of its parts) holds counted parts.
 */
export interface Counter {
  reads: number;
}

export function counted<T>(value: T, counter: Counter, known?: WeakMap<object, object>): T;
export function counted(value: unknown, counter: Counter, known = new WeakMap<object, object>()): unknown {
  if (typeof value !== 'object' || value === null) return value;
  // Maps and sets keep their parts where no proxy sees them.
  if (value instanceof Map || value instanceof Set) return value;
  const made = known.get(value);
  if (made) return made;
  const proxy = new Proxy(value, {
    get(target, key, receiver) {
      counter.reads++;
      return counted(Reflect.get(target, key, receiver), counter, known);
    },
    ownKeys(target) {
      counter.reads++;
      return Reflect.ownKeys(target);
    },
    has(target, key) {
      counter.reads++;
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor(target, key) {
      counter.reads++;
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
  known.set(value, proxy);
  known.set(proxy, proxy);
  return proxy;
}

const WITH_CALLBACK = [
  'map',
  'flatMap',
  'filter',
  'find',
  'findIndex',
  'some',
  'every',
  'reduce',
  'forEach',
  'sort',
];
const BY_COMPARING = ['includes', 'indexOf', 'join'];

/** Counts the steps of every list, too, while `work` runs: those that it makes by itself are lists like any other. */
function countingLists(counter: Counter, work: () => unknown): void {
  const before = new Map<string, PropertyDescriptor>();
  for (const name of [...WITH_CALLBACK, ...BY_COMPARING]) {
    const descriptor = Object.getOwnPropertyDescriptor(Array.prototype, name);
    const method: unknown = descriptor?.value;
    if (!descriptor || typeof method !== 'function') throw new Error(`no ${name}`);
    before.set(name, descriptor);
    const counting = function (this: readonly unknown[], first: unknown, ...others: unknown[]): unknown {
      if (typeof first !== 'function') {
        counter.reads += this.length;
        return Reflect.apply(method, this, [first, ...others]);
      }
      const step = (...args: unknown[]): unknown => {
        counter.reads++;
        return Reflect.apply(first, undefined, args);
      };
      return Reflect.apply(method, this, [step, ...others]);
    };
    Object.defineProperty(Array.prototype, name, { ...descriptor, value: counting });
  }
  try {
    work();
  } finally {
    for (const [name, descriptor] of before) Object.defineProperty(Array.prototype, name, descriptor);
  }
}

/** How many steps `work` takes: each look at `value` and each step through a list. */
export const stepsOf = <T>(value: T, work: (value: T) => unknown): number => {
  const counter: Counter = { reads: 0 };
  countingLists(counter, () => work(counted(value, counter)));
  return counter.reads;
};
