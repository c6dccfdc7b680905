import { absoluteTime } from '../../i18n/formats';
import type { ViewContext } from '../view-context';

type Json = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const EMPTY = /^\$\{(NOT)?EMPTY\}$/;
const ORDER = /^(less|greater)_/;

/**
 * What a rule demands, in words: "Stage is Closed Won and Amount is more than 50000". Fields by API name: their labels would
 * cost another call. Null when a part of it cannot be said: half of a condition would be another one.
 */
export function criteriaText(node: unknown, ui: ViewContext, inside = false): string | null {
  if (!isObject(node)) return null;
  const { group, group_operator: operator, comparator, field } = node;
  if (Array.isArray(group)) {
    const parts = group.map((part) => criteriaText(part, ui, group.length > 1));
    const texts = parts.flatMap((part) => part ?? []);
    if (!texts.length || texts.length < parts.length) return null;
    const text = joined(texts, operator === 'OR', ui);
    return inside && texts.length > 1 ? `(${text})` : text;
  }
  const name = isObject(field) && field.api_name;
  if (typeof name !== 'string' || !name || typeof comparator !== 'string') return null;
  return condition(name, comparator, node.value, ui);
}

const joined = (texts: readonly string[], or: boolean, { tag }: ViewContext): string =>
  new Intl.ListFormat(tag, or ? { type: 'disjunction' } : {}).format(texts);

function condition(name: string, comparator: string, value: unknown, ui: ViewContext): string | null {
  const empty = typeof value === 'string' ? EMPTY.exec(value) : null;
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const dated = items.some((item) => /^(\d{4}-\d\d-\d\d|\$\{(?!CLOSED|OPEN))/.test(String(item)));
  const says = empty
    ? (comparator === 'equal') !== !!empty[1]
      ? 'empty'
      : 'not_empty'
    : dated && ORDER.test(comparator)
      ? `date_${comparator}`
      : comparator;
  const key = `settings.rules.say.${says}`;
  const [from, to] = items.map((item) => valueText(item, ui));
  const range = says.endsWith('between');
  const text = ui.t(key, {
    field: name.replaceAll('_', ' '),
    value: range
      ? (from ?? '')
      : joined(
          items.map((item) => valueText(item, ui)),
          true,
          ui,
        ),
    to: to ?? '',
  });
  return text === key ? null : text;
}

function valueText(value: unknown, { t, tag, timeZone }: ViewContext): string {
  if (isObject(value)) return typeof value.name === 'string' ? value.name : t('record.why.something');
  const text = String(value ?? '…');
  const token = `settings.rules.token.${text.slice(2, -1)}`;
  if (text.startsWith('$')) return t(token) === token ? text : t(token);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return absoluteTime(text, tag, timeZone);
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  return new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(text));
}
