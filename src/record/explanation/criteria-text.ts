import { isObject, plainText } from '../../base/json';
import { absoluteTime, listText } from '../../i18n/formats';
import type { ViewContext } from '../view/view-context';

/**
 * What a rule demands, in words: "Stage is Closed Won and Amount is more than 50000". Fields by API name: their labels would
 * cost another call. Null when a part of it cannot be said: half of a condition would be another one.
 */
export function criteriaText(node: unknown, ui: ViewContext, inside = false): string | null {
  if (!isObject(node)) return null;
  const { group, group_operator: operator } = node;
  if (!Array.isArray(group)) return conditionText(node, ui);
  if (operator !== 'AND' && operator !== 'OR') return null;
  const several = group.length > 1;
  const texts = group.flatMap((part) => criteriaText(part, ui, several) ?? []);
  if (!texts.length || texts.length < group.length) return null;
  const text = listText(texts, ui.tag, operator === 'OR' ? 'disjunction' : 'conjunction');
  return inside && several ? `(${text})` : text;
}

function conditionText(node: { readonly [key: string]: unknown }, ui: ViewContext): string | null {
  const { comparator, field, value } = node;
  const name = isObject(field) && field.api_name;
  if (typeof name !== 'string' || !name) return null;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value ?? null];
  if (items.includes(null)) return null;
  const texts = items.map((item) => valueText(item, ui));
  const [from = '', to = ''] = texts;
  const key = `settings.rules.say.${sayingOf(plainText(comparator), plainText(items[0]))}`;
  const text = ui.t(key, {
    field: name.replaceAll('_', ' '),
    value: key.endsWith('between') ? from : listText(texts, ui.tag, 'disjunction'),
    to,
  });
  return text === key ? null : text;
}

/** The comparison as it is said: emptiness is a value to Zoho, and dates come before and after one another. */
function sayingOf(comparator: string, value: string): string {
  const empty = /^\$\{(NOT)?EMPTY/.exec(value);
  if (empty && /^(not_)?equal$/.test(comparator))
    return (comparator === 'equal') !== !!empty[1] ? 'empty' : 'not_empty';
  return /^(\d{4}-\d\d-|\$)/.test(value) && /^(less|greater)/.test(comparator)
    ? `date_${comparator}`
    : comparator;
}

/** Days stay as Zoho writes them, `2026-01-31`, which every reader understands. */
function valueText(value: unknown, { t, tag, timeZone }: ViewContext): string {
  if (isObject(value)) return typeof value.name === 'string' ? value.name : t('record.explanation.something');
  const text = plainText(value);
  const key = `settings.rules.token.${text.slice(2, -1)}`;
  const token = t(key);
  return /T\d\d:/.test(text) ? absoluteTime(text, tag, timeZone) : token === key ? text : token;
}
