import { isObject } from '../../base/json';
import { absoluteTime, listText } from '../../i18n/formats';
import type { FieldLabel, FieldLabels } from '../../locking/published/labels';
import type { ViewContext } from '../view/view-context';

/** How to say things, and what people call fields and values, as far as it was published. */
export type Say = ViewContext & { readonly labels: FieldLabels };

const labelOf = (apiName: string, { labels }: Say): FieldLabel | undefined =>
  Object.hasOwn(labels, apiName) ? labels[apiName] : undefined;

/** What people call a field; its API name, made readable, where nobody has published more. */
export function fieldName(apiName: string, ui: Say): string {
  const readable = apiName.replaceAll('_', ' ');
  const found = labelOf(apiName, ui);
  if (!found) return readable;
  return found.label ?? ui.t('record.lockedBy.goneField', { name: readable });
}

/**
 * What a rule demands, in words: "Stage is Closed Won and Amount is more than 50,000". Null when a part of it cannot be said: half
 * of a condition would be another one.
 */
export function criteriaText(node: unknown, ui: Say, inside = false): string | null {
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

function conditionText(node: { readonly [key: string]: unknown }, ui: Say): string | null {
  const { comparator, field, value } = node;
  const name = isObject(field) && field.api_name;
  if (typeof name !== 'string' || !name || typeof comparator !== 'string') return null;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value ?? null];
  if (items.includes(null)) return null;
  const texts = items.map((item) => valueText(item, labelOf(name, ui), ui));
  const [from = '', to = ''] = texts;
  const key = `settings.rules.say.${sayingOf(comparator, typeof items[0] === 'string' ? items[0] : '')}`;
  const text = ui.t(key, {
    field: fieldName(name, ui),
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
function valueText(value: unknown, field: FieldLabel | undefined, ui: Say): string {
  const { t, tag, timeZone } = ui;
  if (typeof value === 'boolean') return t(`record.lockedBy.${value}`);
  if (typeof value !== 'string' && typeof value !== 'number') {
    const name = isObject(value) && typeof value.name === 'string' && value.name;
    return name || t('record.explanation.something');
  }
  const text = String(value);
  const shown = field?.values && Object.hasOwn(field.values, text) ? field.values[text] : undefined;
  if (shown !== undefined) return shown ?? t('record.lockedBy.goneValue', { value: text });
  if (field?.number && /^-?\d{1,15}(\.\d{1,9})?$/.test(text))
    return new Intl.NumberFormat(tag, { maximumFractionDigits: 9 }).format(Number(text));
  const key = `settings.rules.token.${text.slice(2, -1)}`;
  const token = text.startsWith('${') ? t(key) : key;
  return /T\d\d:/.test(text) ? absoluteTime(text, tag, timeZone) : token === key ? text : token;
}
