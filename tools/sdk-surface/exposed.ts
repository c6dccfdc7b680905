/**
 * What an SDK file exposes. The file is run in a context of its own that has a window and no network: nothing in it can
 * send a request, and nothing of it reaches this process.
 */
import { createContext, runInContext } from 'node:vm';

/** The globals that a widget is told to use. */
export const ROOTS = ['ZOHO', 'zrc', 'ZDK', '$Client'] as const;

export interface Exposed {
  /** Paths such as `ZOHO.CRM.API.getRecord`, sorted. */
  readonly functions: readonly string[];
  /** Globals that the file leaves behind besides {@link ROOTS}, sorted; those with `_` in front are its compiler's. */
  readonly otherGlobals: readonly string[];
}

/** What the file looks up while it loads. A host is asked for only by `init()`, which is never called here. */
const WINDOW = `
  var self = globalThis, window = globalThis, parent = globalThis;
  var location = { href: 'https://widget.invalid/index.html?serviceOrigin=https%3A%2F%2Fcrm.invalid', protocol: 'https:', host: 'widget.invalid', pathname: '/index.html', search: '' };
  var navigator = { userAgent: '' };
  var document = { readyState: 'loading', addEventListener() {}, createElement() { return { style: {} }; }, querySelectorAll() { return []; } };
  function addEventListener() {}
  function postMessage() {}
  function setTimeout() { return 0; }
  class Blob {}
  class File extends Blob {}
  class FormData {}
  class ReadableStream {}
  class URLSearchParams {}
  class URL {}
  class XMLHttpRequest {}
  var console = { log() {}, info() {}, warn() {}, error() {} };
`;

/** Longer than any SDK file takes to load; a file that loops for ever is stopped. */
const TIME_LIMIT = 5_000;

/** @throws when the source is no script, or fails while it loads */
export function exposedBy(source: string): Exposed {
  const context = createContext({});
  const run = (code: string): unknown => runInContext(code, context, { timeout: TIME_LIMIT });
  run(WINDOW);
  const before = new Set(Object.getOwnPropertyNames(run('globalThis')));
  run(source);
  const functions = ROOTS.flatMap((root) => {
    // A `const` of the file is a global that is no property of the window.
    const value = run(`typeof ${root} === 'undefined' ? undefined : ${root}`);
    return functionsOf(value, root, new Set());
  });
  const otherGlobals = Object.getOwnPropertyNames(run('globalThis')).filter(
    (name) => !before.has(name) && !name.startsWith('_') && !ROOTS.some((root) => root === name),
  );
  return { functions: functions.sort(), otherGlobals: otherGlobals.sort() };
}

/** The functions below a value, by their path. Inherited ones count: an instance of a class has its methods there. */
function functionsOf(value: unknown, path: string, seen: Set<unknown>): string[] {
  if (typeof value === 'function') return [path];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return namesOf(value).flatMap((name) => functionsOf(Reflect.get(value, name), `${path}.${name}`, seen));
}

function namesOf(value: object): string[] {
  const names = new Set<string>();
  // The last prototype of a chain is `Object.prototype` of that context, which every object has.
  for (let at: object | null = value; at; at = Object.getPrototypeOf(at))
    if (Object.getPrototypeOf(at) !== null || at === value)
      for (const name of Object.getOwnPropertyNames(at)) if (name !== 'constructor') names.add(name);
  return [...names];
}
