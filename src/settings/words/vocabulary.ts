import { isObject, type Json, stringAt } from '../../base/json';
import { formatNumber } from '../../i18n/format-number';
import { absoluteTime } from '../../i18n/formats';
import { isolate } from '../../i18n/isolate';
import { once } from '../../i18n/once';
import { type Field, fieldKind, findField } from '../../locking/configuration/fields';
import type { CriteriaVocabulary } from '../../locking/criteria/describe/describe';
import type { FieldReference } from '../../locking/criteria/tree/node';
import {
  type ComparatorChoice,
  DATE_TOKENS,
  EMPTY,
  isToken,
  NOT_EMPTY,
  STAGE_TOKENS,
} from '../../locking/criteria/values/comparators';
import type { Words } from '../context/words';

/** The words of rules: their `t` takes the keys below `settings.rules`. */
export type RuleWords = Pick<Words, 't' | 'tag' | 'direction' | 'timeZone' | 'numbers'>;

export const ruleWords = ({ t, tag, direction, timeZone, numbers }: Words): RuleWords => ({
  t: (key, values) => t(`settings.rules.${key}`, values),
  tag,
  direction,
  timeZone,
  numbers,
});

const TOKENS: ReadonlySet<string> = new Set([...DATE_TOKENS, ...STAGE_TOKENS, EMPTY, NOT_EMPTY]);

/** A token in words; one that is not known as it is. */
export const tokenText = ({ t }: Pick<RuleWords, 't'>, token: string): string =>
  TOKENS.has(token) ? t(`token.${token.slice(2, -1)}`) : token;

const dayFormat = once((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }));

const dateText = (date: string, tag: string): string => {
  const day = new Date(`${date}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(day.getTime()) ? dayFormat(tag).format(day) : date;
};

const BY_ORDER = /^(less|greater)_/;

/** The name of a comparator's message: dates come before and after one another, they are not less and more. */
export const comparatorKey = (choice: ComparatorChoice, field: Field | undefined): string => {
  const kind = field && fieldKind(field);
  return (kind === 'date' || kind === 'datetime') && BY_ORDER.test(choice) ? `date_${choice}` : choice;
};

/** One value of a field as people read it. */
export const valueText = (words: RuleWords, value: Json, field: Field | undefined): string => {
  if (value === null || value === '') return '…';
  if (isObject(value)) return stringAt(value, 'name') ?? stringAt(value, 'id') ?? JSON.stringify(value);
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  if (isToken(value)) return tokenText(words, text);
  switch (field && fieldKind(field)) {
    case 'number':
      return formatNumber(text, words.numbers, field?.dataType === 'percent');
    case 'date':
      return dateText(text, words.tag);
    case 'datetime':
      return absoluteTime(text, words.tag, words.timeZone);
    case 'boolean':
      return text === 'true' || text === 'false' ? words.t(`${text}`) : text;
    case 'picklist':
    case 'multiPicklist':
      return field?.picklist.find((item) => item.value === text)?.label ?? text;
    default:
      return text;
  }
};

const listFormats = once((tag) => ({
  and: new Intl.ListFormat(tag, { type: 'conjunction' }),
  or: new Intl.ListFormat(tag, { type: 'disjunction' }),
}));

/** Marks the places of texts in a message: letters of no direction that no text of a translation holds. */
const [FIRST, SECOND, THIRD] = ['\ue000', '\ue001', '\ue002'];

/**
 * The words of criteria in the language of the page. What goes into a sentence is isolated once, here, by itself, since a
 * phrase inside a phrase would lose the marks of its parts.
 */
export function criteriaVocabulary(words: RuleWords, fields: readonly Field[]): CriteriaVocabulary {
  const { t, tag, direction } = words;
  const { and, or } = listFormats(tag);
  const safe = (text: string): string => isolate(text, direction);
  const say = (key: string, ...texts: readonly string[]): string =>
    t(`say.${key}`, { field: FIRST, value: SECOND, to: THIRD }).replace(
      /[\ue000-\ue002]/g,
      (mark) => texts[mark.charCodeAt(0) - FIRST.charCodeAt(0)] ?? '',
    );
  // A condition that is not touched keeps its reference, and fields are many.
  const found = new WeakMap<FieldReference, Field | null>();
  const fieldOf = (reference: FieldReference): Field | undefined => {
    const field = found.get(reference) ?? findField(fields, reference) ?? null;
    found.set(reference, field);
    return field ?? undefined;
  };
  return {
    field: (reference) => safe(fieldOf(reference)?.label ?? reference.api_name ?? reference.id ?? '…'),
    value(value, reference) {
      const field = fieldOf(reference);
      if (typeof value === 'string' && field && fieldKind(field) === 'multiPicklist')
        return or.format(value.split(';').map((item) => safe(valueText(words, item, field))));
      return safe(valueText(words, value, field));
    },
    token: (token) => safe(tokenText(words, token)),
    compare: (choice, field, values, reference) =>
      choice === 'between' || choice === 'not_between'
        ? say(choice, field, values[0] ?? '…', values[1] ?? '…')
        : say(comparatorKey(choice, fieldOf(reference)), field, values.length ? or.format(values) : '…'),
    unknownComparator: (comparator, field, values) =>
      comparator ? `${field} ‹${safe(comparator)}› ${or.format(values)}` : field,
    join: (operator, parts) => (operator === 'AND' ? and : or).format(parts),
    bracket: (text) => `(${text})`,
    unknown: (source) => `‹${safe(JSON.stringify(source))}›`,
    nothing: () => t('nothing'),
  };
}
