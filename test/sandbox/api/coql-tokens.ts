import { flat, type Refusal } from './errors';

export type Token =
  /** A text in quotes of either kind, without them. */
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'number'; readonly text: string; readonly at: number }
  /** A keyword, a name or a bare value. */
  | { readonly kind: 'word'; readonly text: string; readonly at: number }
  | { readonly kind: 'sign'; readonly text: string; readonly at: number };

const TOKEN =
  /\s+|'((?:[^']|'')*)'|"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_][\w.]*)|(!=|<=|>=|[=<>(),])/y;

/** Zoho points at the text that it could not read. */
export const syntaxError = (near: string): Refusal =>
  flat(400, 'SYNTAX_ERROR', 'error occured while parsing the query', { near });

/** The words, values and signs of a query. A quote inside quotes is doubled; a backslash is a character like any other. */
export function coqlTokens(query: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < query.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(query);
    if (!match) throw syntaxError(query.slice(at, at + 20));
    const [, single, double, number, word, sign] = match;
    if (single !== undefined) tokens.push({ kind: 'text', text: single.replaceAll("''", "'"), at });
    else if (double !== undefined) tokens.push({ kind: 'text', text: double.replaceAll('""', '"'), at });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at });
  }
  return tokens;
}
