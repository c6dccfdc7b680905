import type { Clause, CoqlQuery, Operator } from './coql-parse';
import { flat } from './errors';
import { isArray, isObject, type Json } from './json';
import type { Org } from './org';
import type { CrmRecord, Module } from './types';

type Condition = Extract<Clause, { readonly column: string }>;
type Kind = 'id' | 'text' | 'several' | 'reference' | 'number' | 'date' | 'datetime' | 'boolean';
type Comparable = string | number;

const KINDS: Readonly<Record<string, Kind>> = {
  text: 'text',
  email: 'text',
  phone: 'text',
  website: 'text',
  autonumber: 'text',
  picklist: 'text',
  multiselectpicklist: 'several',
  lookup: 'reference',
  ownerlookup: 'reference',
  userlookup: 'reference',
  integer: 'number',
  bigint: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  formula: 'number',
  date: 'date',
  datetime: 'datetime',
  boolean: 'boolean',
};

const EVERY: readonly Operator[] = ['=', '!=', 'in', 'not in', 'is null', 'is not null'];
const PATTERNS: readonly Operator[] = ['like', 'not like'];
const ORDER: readonly Operator[] = ['>', '>=', '<', '<=', 'between', 'not between'];
const OPERATORS: Readonly<Record<Kind, readonly Operator[]>> = {
  text: [...EVERY, ...PATTERNS],
  several: [...EVERY, ...PATTERNS],
  id: [...EVERY, ...ORDER],
  reference: EVERY,
  number: [...EVERY, ...ORDER],
  date: [...EVERY, ...ORDER],
  datetime: [...EVERY, ...ORDER],
  boolean: ['='],
};

const FORMS: Partial<Record<Kind, RegExp>> = {
  id: /^\d+$/,
  reference: /^\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/,
  boolean: /^(true|false)$/,
};

const invalidQuery = (message: string, details: Record<string, Json>) =>
  flat(400, 'INVALID_QUERY', message, details);

/** Values of a multi-select in an order of their own, so that `A;B` and `B;A` are the same. */
const joined = (values: readonly Json[]): string => values.map(String).sort().join(';').toLowerCase();

/** Of the same length, so that ids compare in the order of their numbers. */
const sameLength = (id: string): string => id.padStart(20, '0');

const readers: Readonly<Record<Kind, (text: string) => Comparable>> = {
  id: sameLength,
  // Without regard to case, as the sandbox compares the text of criteria.
  text: (text) => text.toLowerCase(),
  several: (text) => joined(text.split(';')),
  reference: sameLength,
  number: Number,
  date: String,
  datetime: Date.parse,
  boolean: String,
};

/** What is compared of a field's value; null for an empty one. */
function held(kind: Kind, value: Json): Comparable | null {
  if (value === null || value === '' || (isArray(value) && value.length === 0)) return null;
  if (isArray(value)) return joined(value);
  return readers[kind](String(isObject(value) ? (value.id ?? '') : value));
}

/** `%` stands for any text, `_` for one character. */
const pattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    'isu',
  );

/** How a column compares; undefined for one that is there and cannot be compared. */
function kindOf(module: Module, column: string): Kind | undefined {
  if (column === 'id') return 'id';
  const field = module.fields.find((one) => one.api_name === column);
  if (!field) throw invalidQuery('column given seems to be invalid', { column_name: column });
  return KINDS[field.data_type];
}

function checkedKind(module: Module, { column, operator, values }: Condition): Kind {
  const kind = kindOf(module, column);
  const about = { column_name: column, operator };
  if (!kind) throw invalidQuery('unsupported column in criteria', { ...about, value: values.join() });
  if (!OPERATORS[kind].includes(operator))
    throw invalidQuery('Invalid query formed', { ...about, reason: 'invalid operator found' });
  const form = FORMS[kind];
  if (form && !values.every((value) => form.test(value)))
    throw invalidQuery('value given seems to be invalid', { column_name: column });
  if (operator === 'not like' && !/^%.*%$/s.test(values[0] ?? ''))
    throw invalidQuery('Invalid query formed', { ...about, reason: 'invalid value found' });
  return kind;
}

function positive(kind: Kind, operator: string, values: readonly string[]): (value: Comparable) => boolean {
  const [first = '', second = ''] = values.map(readers[kind]);
  if (operator === 'like') {
    const expression = pattern(values[0] ?? '');
    return (value) => expression.test(String(value));
  }
  const among = new Set(values.map(readers[kind]));
  const test: Readonly<Record<string, (value: Comparable) => boolean>> = {
    '=': (value) => value === first,
    '>': (value) => value > first,
    '>=': (value) => value >= first,
    '<': (value) => value < first,
    '<=': (value) => value <= first,
    in: (value) => among.has(value),
    between: (value) => value >= first && value <= second,
  };
  return test[operator] ?? (() => false);
}

const isNegative = (operator: string): boolean => operator === '!=' || operator.startsWith('not ');

/** Whether a record meets the condition of a query. INVALID_QUERY for a column or an operator that Zoho would refuse. */
export function compileClause(org: Org, module: Module, clause: Clause): (record: CrmRecord) => boolean {
  if ('sides' in clause) {
    const [left, right] = clause.sides.map((side) => compileClause(org, module, side));
    if (!left || !right) return () => false;
    return clause.operator === 'and'
      ? (record) => left(record) && right(record)
      : (record) => left(record) || right(record);
  }
  const kind = checkedKind(module, clause);
  const { column, operator, values } = clause;
  const read = (record: CrmRecord) => held(kind, org.value(module.api_name, record, column));
  if (operator === 'is null') return (record) => read(record) === null;
  if (operator === 'is not null') return (record) => read(record) !== null;
  const negative = isNegative(operator);
  const test = positive(kind, operator === '!=' ? '=' : operator.replace('not ', ''), values);
  const onEmpty = negative && org.options.coqlNegativeOnEmpty === 'holds';
  return (record) => {
    const value = read(record);
    return value === null ? onEmpty : test(value) !== negative;
  };
}

/** Puts records in the order that a query asks for: by id when it asks for none, as Zoho does. Empty values come first. */
export function compareRecords(
  org: Org,
  module: Module,
  order: CoqlQuery['order'],
): (a: CrmRecord, b: CrmRecord) => number {
  const columns = [...order, { column: 'id', descending: false }].map(({ column, descending }) => {
    const kind = kindOf(module, column) ?? 'text';
    const read = (record: CrmRecord) => held(kind, org.value(module.api_name, record, column)) ?? '';
    return { read, sign: descending ? -1 : 1 };
  });
  return (a, b) => {
    for (const { read, sign } of columns) {
      const [left, right] = [read(a), read(b)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  };
}
