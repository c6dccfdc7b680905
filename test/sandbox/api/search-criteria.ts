import { flat } from './errors';
import type { JsonObject } from './json';

/** The search call's words for comparators, to those of criteria. */
const COMPARATORS: Readonly<Record<string, string>> = { equals: 'equal', not_equals: 'not_equal' };

const invalid = () => flat(400, 'INVALID_QUERY', 'invalid query formed', { param_name: 'criteria' });

const value = (comparator: string, given: string): string | string[] =>
  comparator === 'between' || comparator === 'in' || comparator === 'not_in' ? given.split(',') : given;

/** A leaf is `Field:comparator:value`; a value's brackets and commas are escaped with a backslash. */
function leaf(source: string): JsonObject {
  const [, field, word, given] = /^([\w$]+):(\w+):(.*)$/s.exec(source) ?? [];
  if (!field || !word || given === undefined) throw invalid();
  const comparator = COMPARATORS[word] ?? word;
  const text = value(comparator, given.replace(/\\([(),\\])/g, '$1'));
  return { field: { api_name: field }, comparator, value: text };
}

/** Splits at top-level `and` / `or`; Zoho reads a mix from left to right, so brackets are asked for. */
function split(source: string): { parts: string[]; operators: string[] } {
  const parts: string[] = [];
  const operators: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < source.length; index++) {
    const character = source[index];
    if (character === '\\') index++;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    if (depth !== 0 || character !== ')') continue;
    const operator = /^\s*(and|or)\s*(?=\()/i.exec(source.slice(index + 1));
    if (!operator?.[1]) continue;
    parts.push(source.slice(start, index + 1));
    operators.push(operator[1].toUpperCase());
    start = index + 1 + operator[0].length;
  }
  parts.push(source.slice(start));
  if (depth !== 0) throw invalid();
  return { parts, operators };
}

/** Turns `((A:equals:x)and(B:greater_than:1))` into the criteria tree that rules use. */
export function parseSearchCriteria(source: string): JsonObject {
  const text = source.trim();
  const { parts, operators } = split(text);
  const operator = operators[0];
  if (operator) {
    if (operators.some((other) => other !== operator)) throw invalid();
    return { group_operator: operator, group: parts.map(parseSearchCriteria) };
  }
  if (text.startsWith('(') && text.endsWith(')')) return parseSearchCriteria(text.slice(1, -1));
  return leaf(text);
}
