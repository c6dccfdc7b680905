/** Where a text stops being JSON (`syntax`) or is nested too deep (`depth`). */
export interface JsonFault {
  readonly fault: 'syntax' | 'depth';
  /** From 1, in characters. */
  readonly line: number;
  readonly column: number;
}

const SPACE = /[ \t\n\r]*/y;
const WORD = /"(?:[^"\\]|\\.)*"|[^\s,:[\]{}"]+/sy;

/** A number that is too large, such as 1e999, is not accepted. */
const isScalar = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value !== 'number' || Number.isFinite(value);
  } catch {
    return false;
  }
};

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

/** What may come next. `first`: a first entry, or the end of what was just opened. */
type Expected = 'value' | 'first' | 'key' | 'colon' | 'next' | 'end';

/**
 * The first fault of a text; undefined when it is JSON and not too deep. Browsers name the place of a syntax error in
 * different ways or not at all, and their messages change, so they are not parsed.
 */
export const jsonFault = (text: string, maxDepth: number): JsonFault | undefined => {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const fault = (kind: JsonFault['fault']): JsonFault => {
    const lines = text.slice(0, at).split('\n');
    return { fault: kind, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
  const afterValue = (): Expected => (open.length ? 'next' : 'end');
  for (;;) {
    at += matchAt(SPACE, text, at).length;
    const sign = text[at];
    if (sign === undefined) return expected === 'end' ? undefined : fault('syntax');
    const inObject = open.at(-1) === '{';
    const closes = (expected === 'next' || expected === 'first') && sign === (inObject ? '}' : ']');
    const wantsKey: boolean = expected === 'key' || (expected === 'first' && inObject);
    const wantsValue: boolean = expected === 'value' || (expected === 'first' && !inObject);
    if (closes) {
      open.pop();
      expected = afterValue();
    } else if (expected === 'next' && sign === ',') expected = inObject ? 'key' : 'value';
    else if (expected === 'colon' && sign === ':') expected = 'value';
    else if (wantsValue && (sign === '{' || sign === '[')) {
      if (open.push(sign) > maxDepth) return fault('depth');
      expected = 'first';
    } else if (wantsKey || wantsValue) {
      const word = matchAt(WORD, text, at);
      if (!isScalar(word) || (wantsKey && sign !== '"')) return fault('syntax');
      expected = wantsKey ? 'colon' : afterValue();
      at += word.length - 1;
    } else return fault('syntax');
    at += 1;
  }
};
