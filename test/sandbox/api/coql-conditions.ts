import type { Clause, Operator } from './coql-parse';
import { flat } from './errors';
import { isArray, isObject, type Json } from './json';
import type { Org } from './org';
import type { CrmRecord, Module } from './types';

type Condition = Extract<Clause, { readonly column: string }>;
type Kind = 'text' | 'several' | 'reference' | 'number' | 'date' | 'datetime' | 'boolean';
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
  reference: EVERY,
  number: [...EVERY, ...ORDER],
  date: [...EVERY, ...ORDER],
  datetime: [...EVERY, ...ORDER],
  boolean: ['='],
};

const FORMS: Partial<Record<Kind, RegExp>> = {
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

const readers: Readonly<Record<Kind, (text: string) => Comparable>> = {
  // Without regard to case, as the sandbox compares the text of criteria.
  text: (text) => text.toLowerCase(),
  several: (text) => joined(text.split(';')),
  reference: String,
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

function checkedKind(module: Module, { column, operator, values }: Condition): Kind {
  const field = module.fields.find((one) => one.api_name === column);
  const kind = column === 'id' ? 'reference' : field && KINDS[field.data_type];
  if (!field && !kind) throw invalidQuery('column given seems to be invalid', { column_name: column });
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
