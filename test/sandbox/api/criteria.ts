import { dateTest, isDateToken } from './criteria-dates';
import { isArray, isObject, type Json, type JsonObject, textAt } from './json';
import type { Org } from './org';
import type { CrmRecord, Field } from './types';

export type Test = (record: CrmRecord) => boolean;
type ValueTest = (value: Json) => boolean;

/** Zoho writes words of its own between `${` and `}`. */
const token = (word: string): string => `\${${word}}`;
const EMPTY = token('EMPTY');
const NOT_EMPTY = token('NOTEMPTY');
/** Zoho names the kinds of a closing picklist by these tokens. */
const KINDS: Readonly<Record<string, string>> = {
  '${OPEN}': 'Open',
  '${CLOSEDWON}': 'Closed Won',
  '${CLOSEDLOST}': 'Closed Lost',
  '${CLOSED}': 'Closed',
};
const NUMBERS = new Set(['integer', 'bigint', 'double', 'currency', 'percent', 'formula']);
const LOOKUPS = new Set(['lookup', 'ownerlookup', 'userlookup']);
/** A negative comparator is the opposite of its positive one, so it also holds for an empty field. */
const OPPOSITES: Readonly<Record<string, string>> = {
  not_equal: 'equal',
  not_in: 'in',
  not_between: 'between',
  not_contains: 'contains',
  not_equal_role: 'equal_role',
};

const isEmpty = (value: Json): boolean =>
  value === null || value === '' || (isArray(value) && value.length === 0);

/** Text without regard to case, as CRM views compare it. */
const text = (value: Json): string => {
  if (isObject(value)) return text(value.name ?? value.id ?? '');
  return isArray(value) ? value.map(text).sort().join(';') : String(value ?? '').toLowerCase();
};
const list = (value: Json): Json[] => (isArray(value) ? value : String(value ?? '').split(','));
const idOrName = (value: Json): string[] =>
  isObject(value) ? [text(value.id ?? ''), text(value.name ?? '')].filter(Boolean) : [text(value)];

function numberTest(comparator: string, wanted: Json): ValueTest | null {
  const [low, high] = isArray(wanted) ? wanted.map(Number) : [Number(wanted)];
  if (low === undefined) return null;
  const test = {
    equal: (n: number) => n === low,
    less_than: (n: number) => n < low,
    less_equal: (n: number) => n <= low,
    greater_than: (n: number) => n > low,
    greater_equal: (n: number) => n >= low,
    between: (n: number) => n >= low && n <= (high ?? low),
  }[comparator];
  if (comparator === 'in') {
    const among = new Set(list(wanted).map(Number));
    return (value) => !isEmpty(value) && among.has(Number(value));
  }
  return test ? (value) => !isEmpty(value) && test(Number(value)) : null;
}

function lookupTest(org: Org, comparator: string, wanted: Json): ValueTest | null {
  if (comparator === 'equal_role')
    return (value) => {
      const role = isObject(value) ? org.user(textAt(value, 'id') ?? '')?.role : undefined;
      return role !== undefined && idOrName(wanted).some((one) => one === role.id || one === text(role.name));
    };
  const among = new Set(
    (comparator === 'in' ? list(wanted) : [wanted]).flatMap((one) => idOrName(one).slice(0, 1)),
  );
  if (comparator !== 'equal' && comparator !== 'in') return null;
  return (value) => !isEmpty(value) && idOrName(value).some((one) => among.has(one));
}

function textTest(field: Field | undefined, comparator: string, wanted: Json): ValueTest | null {
  // Several values of a multi-select are written `A;B`.
  const several = field?.data_type === 'multiselectpicklist' && typeof wanted === 'string';
  const sought = text(several ? wanted.split(';') : wanted);
  if (comparator === 'equal') {
    const kind = KINDS[typeof wanted === 'string' ? wanted : ''];
    const same = new Set([sought]);
    for (const pick of field?.pick_list_values ?? [])
      if (pick.forecast_type === (kind ?? wanted) && (kind || field?.api_name === 'Status'))
        same.add(text(pick.actual_value));
    return (value) => same.has(text(value));
  }
  if (comparator === 'in') {
    const among = new Set(list(wanted).map(text));
    return (value) => (isArray(value) ? value.some((one) => among.has(text(one))) : among.has(text(value)));
  }
  if (comparator === 'contains') return (value) => text(value).includes(sought);
  if (comparator === 'starts_with') return (value) => text(value).startsWith(sought);
  if (comparator === 'ends_with') return (value) => text(value).endsWith(sought);
  return null;
}

function valueTest(org: Org, field: Field | undefined, comparator: string, wanted: Json): ValueTest | null {
  const opposite = OPPOSITES[comparator];
  if (opposite) {
    const test = valueTest(org, field, opposite, wanted);
    return test && ((value) => !test(value));
  }
  if (comparator === 'equal' && (wanted === EMPTY || wanted === null)) return isEmpty;
  if (comparator === 'equal' && wanted === NOT_EMPTY) return (value) => !isEmpty(value);
  const type = field?.data_type ?? 'text';
  if (type === 'date' || type === 'datetime' || isDateToken(wanted))
    return dateTest(comparator, wanted, org.now());
  if (type === 'boolean') return comparator === 'equal' ? (value) => text(value) === text(wanted) : null;
  if (NUMBERS.has(type)) return numberTest(comparator, wanted);
  if (LOOKUPS.has(type)) return lookupTest(org, comparator, wanted);
  return textTest(field, comparator, wanted);
}

/**
 * A test for the records of a module out of Zoho's criteria: leaves `{field, comparator, value}` and groups
 * `{group_operator, group}`, nested to any depth. A node or comparator that is not known matches nothing.
 */
export function compileCriteria(org: Org, module: string, criteria: JsonObject): Test {
  if (isArray(criteria.group)) {
    const tests = criteria.group.filter(isObject).map((node) => compileCriteria(org, module, node));
    if (tests.length === 0) return () => false;
    return criteria.group_operator === 'OR'
      ? (record) => tests.some((test) => test(record))
      : (record) => tests.every((test) => test(record));
  }
  const name = isObject(criteria.field) ? textAt(criteria.field, 'api_name') : undefined;
  const comparator = textAt(criteria, 'comparator');
  if (!name || !comparator) return () => false;
  const test = valueTest(org, org.field(module, name), comparator, criteria.value ?? null);
  return test ? (record) => test(org.value(module, record, name)) : () => false;
}
