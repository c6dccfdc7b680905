import { isList, isObject, type Json, plainText, stringAt } from '../../../base/json';
import { isToken, type ValueEditor } from './comparators';

/** Why a value cannot be sent. `order`: a range whose end comes before its beginning. */
export type ValueProblem =
  | 'missing'
  | 'number'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'reference'
  | 'range'
  | 'order';

export type NormalisedValue =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly problem: ValueProblem };

const good = (value: Json): NormalisedValue => ({ ok: true, value });
const bad = (problem: ValueProblem): NormalisedValue => ({ ok: false, problem });

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DATETIME = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Whether it is a day of the calendar: `Date.parse` reads 31 February as 3 March. */
export const isDate = (text: string): boolean => {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (!year || !month || !day) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
};

const isDatetime = (text: string): boolean => {
  const date = DATETIME.exec(text)?.[1];
  return date !== undefined && isDate(date);
};

const reference = (value: Json): NormalisedValue => {
  if (!isObject(value)) return bad('reference');
  const id = stringAt(value, 'id');
  return id ? good(value) : bad('reference');
};

/** A number in Zoho's form is text, without a plus sign or loose dots; its digits are not touched otherwise. */
const number = (text: string): NormalisedValue =>
  NUMBER.test(text)
    ? good(
        text
          .replace(/^\+/, '')
          .replace(/^(-?)\./, '$10.')
          .replace(/\.$/, ''),
      )
    : bad('number');

const one = (kind: ValueEditor['kind'], value: Json): NormalisedValue => {
  if (value === null || value === '') return bad('missing');
  if (isToken(value)) return good(value);
  if (kind === 'raw') return good(value);
  if (kind === 'user' || kind === 'lookup' || kind === 'role' || kind === 'group') return reference(value);
  const text = typeof value === 'string' ? value.trim() : plainText(value);
  if (text === '' || isObject(value) || isList(value)) return bad('missing');
  if (kind === 'number') return number(text);
  if (kind === 'date') return isDate(text) ? good(text) : bad('date');
  if (kind === 'datetime') return isDatetime(text) ? good(text) : bad('datetime');
  // Older configurations may hold the words.
  if (kind === 'boolean') return text === 'true' || text === 'false' ? good(text === 'true') : bad('boolean');
  return good(kind === 'picklist' ? value : text);
};

const comparable = (kind: ValueEditor['kind'], value: Json): number =>
  kind === 'number' ? Number(value) : Date.parse(plainText(value));

/** The single values of a list or range, which may be an array or a joined text. */
export const valuesOf = (editor: ValueEditor, value: Json | undefined): readonly Json[] => {
  if (isList(value)) return value;
  if (editor.joined && typeof value === 'string') return value.split(';').filter(Boolean);
  return value === undefined || value === null || value === '' ? [] : [value];
};

/**
 * What was entered, in Zoho's form: text, numbers included; JSON booleans; dates as `2026-01-31`, datetimes in ISO 8601 with an
 * offset; users and lookups as objects with an id; lists and ranges as arrays. Tokens are accepted for any value.
 */
export const normaliseValue = (editor: ValueEditor, value: Json | undefined): NormalisedValue => {
  if (editor.kind === 'none') return good(value ?? null);
  if (value === undefined) return bad('missing');
  if (editor.arity === 'one' || editor.kind === 'raw' || isToken(value)) return one(editor.kind, value);
  const items: Json[] = [];
  for (const item of valuesOf(editor, value)) {
    const result = one(editor.kind, item);
    if (!result.ok) return result;
    items.push(result.value);
  }
  if (!items.length) return bad('missing');
  if (editor.arity === 'list') return good(editor.joined ? items.join(';') : items);
  const [from, to] = items;
  if (items.length !== 2 || from === undefined || to === undefined) return bad('range');
  return comparable(editor.kind, from) > comparable(editor.kind, to) ? bad('order') : good(items);
};
