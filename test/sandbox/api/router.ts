import type { Handler, Method, Routes } from './call';

export type Match =
  | {
      readonly kind: 'handler';
      readonly handler: Handler;
      readonly params: Readonly<Record<string, string>>;
    }
  /** The path is known, the method is not one of its own. */
  | { readonly kind: 'method' }
  | { readonly kind: 'none' };

const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE'];
const isMethod = (method: string): method is Method => METHODS.includes(method);

const split = (path: string): string[] => path.split('/').slice(1);

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The parameters of a pattern such as `/:module/search`, or null when the path is another one. */
function paramsOf(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const part = decode(parts[index] ?? '');
    if (wanted.startsWith(':') && part) params[wanted.slice(1)] = part;
    else if (wanted !== part) return null;
  }
  return params;
}

/** Finds the handler of a path below `/crm/v8`; of several patterns that fit, the first one counts. */
export function createRouter(routes: Routes): (method: string, path: string) => Match {
  const patterns = Object.entries(routes).map(([path, handlers]) => ({ pattern: split(path), handlers }));
  return (method, path) => {
    const parts = split(path);
    for (const { pattern, handlers } of patterns) {
      const params = paramsOf(pattern, parts);
      if (!params) continue;
      const handler = isMethod(method) ? handlers[method] : undefined;
      return handler ? { kind: 'handler', handler, params } : { kind: 'method' };
    }
    return { kind: 'none' };
  };
}
